package org.gemello.energy.turbine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the published power curve and pitch schedule of the NREL 5-MW turbine. */
class SteadyStateTest {
    private final SteadyState steady = new SteadyState(Nrel5Mw.design(), Nrel5Mw.design().rotor(), Nrel5Mw.REFERENCE_DENSITY);

    @ParameterizedTest
    @CsvSource({"6, 737.6", "7, 1187.2", "8, 1771.1", "10, 3448.4", "11, 4562.5", "12, 5000", "25, 5000"})
    void powerIsWithinThreePercentOfThePublishedCurve(double wind, double kilowatts) {
        assertThat(steady.at(wind).power() / 1000).isCloseTo(kilowatts, within(0.03 * kilowatts));
    }

    @ParameterizedTest
    @CsvSource({"12, 3.83", "15, 10.45", "20, 17.47", "25, 23.47"})
    void pitchIsWithinHalfADegreeOfThePublishedSchedule(double wind, double degrees) {
        assertThat(Math.toDegrees(steady.at(wind).pitch())).isCloseTo(degrees, within(0.5));
    }

    @Test
    void thePowerCoefficientPeaksWhereTheReferenceDoes() {
        var rotor = Nrel5Mw.design().rotor();
        double best = DoubleStream.iterate(5, r -> r < 12, r -> r + 0.05).boxed()
                .max((a, b) -> Double.compare(rotor.powerCoefficient(a, 0), rotor.powerCoefficient(b, 0))).orElseThrow();
        assertThat(best).isBetween(7.3, 7.8);
        assertThat(rotor.powerCoefficient(best, 0)).isBetween(0.475, 0.495);
    }

    @Test
    void thePowerCurveFollowsTheSteadyPointsAndTheDensity() {
        SteadyCurve curve = SteadyCurve.of(Nrel5Mw.design());
        assertThat(curve.power(8.05, 1.225)).isCloseTo(steady.at(8.05).power(), within(1000.0));
        assertThat(curve.power(8, 1.1)).isCloseTo(steady.at(8).power() * 1.1 / 1.225, within(20_000.0));
        assertThat(curve.power(2.9, 1.225)).isZero();
        assertThat(curve.power(25, 1.225)).isZero();
        assertThat(curve.power(Double.NaN, 1.225)).isZero();
    }
}
