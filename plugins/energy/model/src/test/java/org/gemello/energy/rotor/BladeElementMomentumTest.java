package org.gemello.energy.rotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BladeElementMomentumTest {

    @ParameterizedTest
    @CsvSource({"5, .3592", "6, .4502", "7, .4872", "7.5, .4925", "8, .4920", "9, .4775", "10, .4524"})
    void reproducesThePowerCoefficientOfTheReference(double ratio, double expected) throws IOException {
        Blade blade = Nrel5MwBlade.read(ReferenceData.folder("wind/nrel5mw"));
        assertThat(new BladeElementMomentum(blade).loads(ratio, 0).power()).isCloseTo(expected, within(0.003));
    }

    @Test
    void reproducesTheThrustOfTheReference() throws IOException {
        Blade blade = Nrel5MwBlade.read(ReferenceData.folder("wind/nrel5mw"));
        double ratio = 9.238 * Math.PI / 30 * Nrel5MwBlade.TIP_RADIUS / 8;
        double force = 0.5 * 1.225 * Math.PI * 63 * 63 * 8 * 8;
        assertThat(new BladeElementMomentum(blade).loads(ratio, 0).thrust() * force / 1000).isCloseTo(390.1, within(4.0));
    }

    @Test
    void theShippedTableIsWhatTheBladesGive() throws IOException {
        RotorTable computed = RotorTableProgram.compute(ReferenceData.folder("wind/nrel5mw"));
        try (var shipped = RotorTable.class.getResourceAsStream("nrel-5mw-rotor.csv")) {
            assertThat(RotorTable.read(shipped, "nrel-5mw-rotor.csv").text()).isEqualToIgnoringNewLines(computed.text());
        }
    }

    @Test
    void aBrokenPolarIsNamedWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.dat"), "3 NumAlf ! rows\n-180 0 0.1\nabc 0 0.1\n180 0 0.1\n");
        assertThatThrownBy(() -> Polar.read(file)).isInstanceOf(IOException.class).hasMessageContaining("broken.dat:3");
        Path falling = Files.writeString(folder.resolve("falling.dat"), "2 NumAlf ! rows\n10 0 0.1\n5 0 0.1\n");
        assertThatThrownBy(() -> Polar.read(falling)).isInstanceOf(IOException.class).hasMessageContaining("must rise");
    }
}
