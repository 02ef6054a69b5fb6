package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The size that one small node is made for: 32,000 points. */
class LargeSiteTest {
    private static final int TWINS = 800;
    private static final int POINTS = 40;
    @TempDir
    Path folder;

    @Test
    void readsThirtyTwoThousandPoints() throws IOException {
        ConfigurationFolder site = ConfigurationFolder.plant(folder);
        List<String> twins = new ArrayList<>(List.of("twins:"));
        for (int twin = 0; twin < TWINS; twin++) {
            twins.add("  - {id: t" + twin + ", type: energy/wind-turbine}");
            List<String> points = new ArrayList<>(List.of("connection: plant", "bindings:", "  - twin: t" + twin, "    points:"));
            for (int point = 0; point < POINTS; point++) {
                points.add("      - {point: P" + point + ", node: ns=2;s=T" + twin + ".P" + point + ", unit: kW, sourceUnit: W}");
            }
            site.file("bindings/t" + twin + ".yaml", points.toArray(String[]::new));
        }
        SiteConfiguration read = site.file("twins/all.yaml", twins.toArray(String[]::new)).read().orThrow();
        assertThat(read.bindings("plant")).hasSize(TWINS).allSatisfy(binding -> assertThat(binding.points()).hasSize(POINTS));
    }
}
