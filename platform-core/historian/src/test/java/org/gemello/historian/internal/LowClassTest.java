package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gemello.api.PointId;
import org.gemello.binding.SiteReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LowClassTest {
    @TempDir
    private Path folder;

    private void file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines));
    }

    @Test
    void isAsTheBindingsSayAndNormalOtherwise() throws IOException {
        file("connections/plant.yaml", "connection: plant", "kind: mqtt");
        file("twins/press.yaml", "twins:", "  - {id: press, type: metal/press}");
        file("bindings/plant.yaml", "connection: plant", "bindings:",
                "  - twin: press", "    topic: press", "    points:",
                "      - {point: Force, pointer: /f, unit: kN}",
                "      - {point: Noise, pointer: /n, unit: Pa, history: low}",
                "  - twin: '{machine}'", "    topic: plant/{machine}/{axis}", "    points:",
                "      - {point: '{axis}.Vib', pointer: /v, unit: m/s2, history: low}",
                "      - {point: '{axis}.Pos', pointer: /p, unit: mm}");
        LowClass low = new LowClass(SiteReader.read(folder).orThrow());

        assertThat(low.test(PointId.parse("press/Noise"))).isTrue();
        assertThat(low.test(PointId.parse("press/Force"))).isFalse();
        assertThat(low.test(PointId.parse("lathe-1/X.Vib"))).isTrue();
        assertThat(low.test(PointId.parse("lathe-1/X.Pos"))).isFalse();
        assertThat(low.test(PointId.parse("lathe-1/XxVib"))).isFalse();
    }
}
