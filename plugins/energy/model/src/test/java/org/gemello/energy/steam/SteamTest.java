package org.gemello.energy.steam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The computer-program verification values of IAPWS R7-97(2012), Tables 5, 15, 33, 35, 36 and 42. */
class SteamTest {
    private static final double DIGITS = 1e-6;

    @ParameterizedTest
    @CsvSource({
        "3, 300, 0.100215168e-2, 115.331273, 0.392294792", "80, 300, 0.971180894e-3, 184.142828, 0.368563852",
        "3, 500, 0.120241800e-2, 975.542239, 2.58041912", "0.0035, 300, 39.4913866, 2549.91145, 8.52238967",
        "0.0035, 700, 92.3015898, 3335.68375, 10.1749996", "30, 700, 0.542946619e-2, 2631.49474, 5.17540298",
        "25.5837018, 650, 0.002, 1863.43019, 4.05427273", "22.2930643, 650, 0.005, 2375.12401, 4.85438792",
        "78.3095639, 750, 0.002, 2258.68845, 4.46971906", "0.5, 1500, 1.38455090, 5219.76855, 9.65408875",
        "30, 1500, 0.0230761299, 5167.23514, 7.72970133", "30, 2000, 0.0311385219, 6571.22604, 8.53640523"})
    void verificationValuesAreReproduced(double pressure, double temperature, double volume, double enthalpy, double entropy) {
        WaterState state = Steam.at(pressure, temperature);
        assertThat(state.volume()).isCloseTo(volume, withPercentage(DIGITS * (pressure > 22 && temperature == 650 ? 50 : 1)));
        assertThat(state.enthalpy()).isCloseTo(enthalpy, withPercentage(DIGITS * 10));
        assertThat(state.entropy()).isCloseTo(entropy, withPercentage(DIGITS * 10));
        assertThat(state.wet()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500, 650, 25.5837018", "200, 650, 22.2930643", "500, 750, 78.3095639"})
    void pressureOverDensityIsReproduced(double density, double temperature, double pressure) {
        assertThat(DenseRegion.ofDensity(density, temperature).pressure()).isCloseTo(pressure, withPercentage(DIGITS));
    }

    @ParameterizedTest
    @CsvSource({"300, 0.353658941e-2", "500, 2.63889776", "600, 12.3443146"})
    void saturationPressureIsReproduced(double temperature, double pressure) {
        assertThat(Steam.saturationPressure(temperature)).isCloseTo(pressure, withPercentage(DIGITS));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 372.755919", "1, 453.035632", "10, 584.149488"})
    void saturationTemperatureIsReproduced(double pressure, double temperature) {
        assertThat(Steam.saturationTemperature(pressure)).isCloseTo(temperature, within(1e-6));
    }

    @Test
    void boundaryOfDenseRegionIsReproduced() {
        assertThat(Saturation.densePressure(623.15)).isCloseTo(16.5291643, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"3, 300", "0.0035, 700", "30, 700", "21, 640", "18, 700", "25, 650", "80, 750", "0.0005, 400", "30, 1500"})
    void enthalpyAndEntropyLeadBack(double pressure, double temperature) {
        WaterState state = Steam.at(pressure, temperature);
        assertThat(Steam.ofEnthalpy(pressure, state.enthalpy()).temperature()).isCloseTo(temperature, within(1e-6));
        assertThat(Steam.ofEntropy(pressure, state.entropy()).temperature()).isCloseTo(temperature, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.001", "0.1", "10", "17", "21", "22"})
    void liquidAndVapourAreInEquilibrium(double pressure) {
        WaterState liquid = Steam.liquid(pressure);
        WaterState vapour = Steam.vapour(pressure);
        double difference = vapour.enthalpy() - liquid.enthalpy() - liquid.temperature() * (vapour.entropy() - liquid.entropy());
        assertThat(difference).as("Gibbs energy, kJ/kg").isCloseTo(0, within(0.02));
        assertThat(vapour.volume()).isGreaterThan(liquid.volume());
        assertThat(Steam.ofEnthalpy(pressure, 0.3 * liquid.enthalpy() + 0.7 * vapour.enthalpy()).quality()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void stateOutsideIsRefusedWithTheRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> Steam.at(60, 1500)).withMessageContaining("50 MPa to 2273.15 K");
        assertThatIllegalArgumentException().isThrownBy(() -> Steam.at(Double.NaN, 500)).withMessageContaining("NaN MPa");
        assertThatIllegalArgumentException().isThrownBy(() -> Steam.ofEnthalpy(1, 99999)).withMessageContaining("99999");
        assertThatIllegalArgumentException().isThrownBy(() -> Steam.saturationTemperature(23)).withMessageContaining("22.064");
    }
}
