package org.gemello.energy.gas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GasTest {
    private static final double R = 8.314462618;

    /** Heat capacity of the NIST-JANAF tables at 298.15 K and 1000 K, J/(mol K); enthalpy of formation, kJ/mol. */
    @ParameterizedTest
    @CsvSource({"N2, 29.124, 32.697, 0", "O2, 29.376, 34.870, 0", "CO2, 37.129, 54.308, -393.51", "H2O, 33.590, 41.268, -241.83",
        "AR, 20.786, 20.786, 0"})
    void speciesAgreeWithJanaf(String name, double cold, double hot, double formation) {
        Species species = Species.named(name);
        assertThat(species.heatCapacity(298.15) * R).isCloseTo(cold, within(0.06));
        assertThat(species.heatCapacity(1000) * R).isCloseTo(hot, within(0.1));
        assertThat(species.enthalpy(298.15) * R / 1000).isCloseTo(formation, within(0.05));
        assertThat(species.enthalpy(999.999999)).isCloseTo(species.enthalpy(1000), within(1.0));
        assertThat(species.entropy(999.999999)).isCloseTo(species.entropy(1000), within(1e-3));
    }

    @Test
    void idealBraytonIsReproduced() {
        assertThat(AirStandardCycle.idealEfficiency(10, 1.4)).isCloseTo(0.4821, within(5e-5));
        assertThat(AirStandardCycle.efficiency(Gas.AIR, 250, 300, 1.2, 1, 1)).as("cp is nearly constant for a cold cycle")
            .isCloseTo(AirStandardCycle.idealEfficiency(1.2, 1.4), within(1e-3));
    }

    /** Cengel and Boles, Thermodynamics, examples 9-5 and 9-6: ratio 8, 300 K, 1300 K, air tables. */
    @Test
    void cycleOfTextbookIsReproduced() {
        assertThat(AirStandardCycle.efficiency(Gas.AIR, 300, 1300, 8, 1, 1)).isCloseTo(0.426, within(0.002));
        assertThat(AirStandardCycle.efficiency(Gas.AIR, 300, 1300, 8, 0.80, 0.85)).isCloseTo(0.266, within(0.002));
    }

    @Test
    void methaneGivesItsHeatingValue() {
        assertThat(Methane.HEATING_VALUE).isCloseTo(50.03e6, within(0.02e6));
        double ratio = 0.02;
        double released = Gas.AIR.enthalpy(298.15) + ratio * Methane.ENTHALPY - (1 + ratio) * Gas.AIR.burned(ratio).enthalpy(298.15);
        assertThat(released / ratio).isCloseTo(Methane.HEATING_VALUE, within(0.02e6));
    }

    @Test
    void richMixtureIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Gas.AIR.burned(0.07)).withMessageContaining("oxygen");
    }
}
