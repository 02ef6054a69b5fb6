package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.gemello.api.TwinId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what says something else is another. */
class SiteDifferenceTest {
    private static final String POWER = "      - {point: W, node: 'ns=2;s=W', unit: kW}";
    @TempDir
    Path folder;

    private ConfigurationFolder plant() throws IOException {
        return ConfigurationFolder.plant(folder).file("bindings/plant.yaml", "connection: plant", "bindings:", "  - twin: wt-01", "    points:", POWER);
    }

    private static SiteConfiguration read(ConfigurationFolder site) {
        return site.read().orThrow();
    }

    @Test
    void wordsInOtherPlacesMakeNoDifference() throws IOException {
        SiteConfiguration before = read(plant());
        SiteConfiguration after = read(plant().file("twins/farm.yaml", "# moved", "twins:", "  - type: energy/wind-turbine", "    id: wt-02",
                "  - {id: wt-01, name: wt-01, type: energy/wind-turbine}"));
        assertThat(SiteDifference.between(before, after)).matches(SiteDifference::isEmpty).satisfies(none -> assertThat(none.inWords()).isEmpty());
    }

    @Test
    void aBindingConcernsItsConnectionAndItsUnitTheTwin() throws IOException {
        SiteConfiguration before = read(plant());
        SiteDifference moved = SiteDifference.between(before, read(plant().file("bindings/plant.yaml", "connection: plant", "bindings:", "  - twin: wt-01",
                "    points:", POWER.replace("s=W", "s=Power"))));
        assertThat(moved.connections().changed()).containsExactly("plant");
        assertThat(moved.twins().isEmpty()).isTrue();
        SiteDifference unit = SiteDifference.between(before, read(plant().file("bindings/plant.yaml", "connection: plant", "bindings:", "  - twin: wt-01",
                "    points:", POWER.replace("kW", "MW"))));
        assertThat(unit.twins().changed()).containsExactly(new TwinId("wt-01"));
        assertThat(unit.inWords()).containsExactly("twin wt-01 has other points bound to it", "connection plant is restarted");
    }

    @Test
    void aConnectionWhoseTopicsNameTwinsFollowsTheTwins() throws IOException {
        ConfigurationFolder site = plant().file("bindings/mast.yaml", "connection: mast", "bindings:", "  - twin: '{machine}'", "    topic: plant/{machine}",
                "    points:", "      - {point: W, pointer: /w, unit: kW}");
        SiteConfiguration before = read(site);
        SiteDifference more = SiteDifference.between(before, read(site.file("twins/more.yaml", "twins: [{id: m-1, type: a/b}]")));
        assertThat(more.inWords()).containsExactly("twin m-1 comes, of type a/b", "connection mast is restarted");
    }
}
