package org.gemello.energy.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.SteadyCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerCurveTest {
    private static final SteadyCurve CURVE = SteadyCurve.of(Nrel5Mw.design());
    private static final double AREA = Nrel5Mw.design().area();
    private final PowerCurve curve = new PowerCurve();

    @Test
    void binsAreCentredOnMultiplesOfHalfAMetrePerSecond() {
        curve.add(7.75, 1600);
        curve.add(8.0, 1700);
        curve.add(8.2499, 1950);
        curve.add(8.25, 2000);
        List<CurveBin> bins = curve.bins();
        assertThat(bins).extracting(CurveBin::centre).containsExactly(8.0, 8.5);
        CurveBin bin = bins.get(0);
        assertThat(bin.count()).isEqualTo(3);
        assertThat(bin.wind()).isCloseTo(7.99997, within(1e-4));
        assertThat(bin.power()).isCloseTo(1750, within(1e-9));
        // deviations -150, -50, 200: s = sqrt(65000 / 2), s / sqrt 3
        assertThat(bin.deviation()).isCloseTo(Math.sqrt(32_500), within(1e-9));
        assertThat(bin.uncertainty()).isCloseTo(Math.sqrt(32_500 / 3.0), within(1e-9));
        assertThat(bin.coefficient(AREA, 1.225)).isCloseTo(1_750_000 / (0.5 * 1.225 * AREA * Math.pow(bin.wind(), 3)), within(1e-12));
        assertThat(bin.isFilled()).isTrue();
        assertThat(bins.get(1).isFilled()).isFalse();
        assertThat(bins.get(1).deviation()).isNaN();
        curve.add(-1, 0);
        curve.add(80, 0);
        curve.add(8, Double.NaN);
        assertThat(curve.total()).isEqualTo(4);
    }

    /** Cold air of 1.3 kg/m3 carries at 8 m/s what the reference air carries at 8.16. */
    @Test
    void windIsNormalisedToTheReferenceDensity() {
        assertThat(PowerCurve.normalised(8, 1.3, 1.225)).isCloseTo(8 * Math.cbrt(1.3 / 1.225), within(1e-12))
                .isCloseTo(8.1600, within(1e-4));
    }

    /** Two bins by hand: F(v) = 1 - exp(-pi/4 (v/8)^2). */
    @Test
    void annualEnergyOfTwoBinsByHand() {
        for (int i = 0; i < 3; i++) {
            curve.add(8, 1700 + 100 * i);
            curve.add(8.5, 2100);
        }
        AnnualEnergy energy = AnnualEnergy.of(curve.bins(), 25).get(4);
        double f75 = 1 - Math.exp(-Math.PI / 4 * 7.5 * 7.5 / 64);
        double f80 = 1 - Math.exp(-Math.PI / 4);
        double f85 = 1 - Math.exp(-Math.PI / 4 * 8.5 * 8.5 / 64);
        double f250 = 1 - Math.exp(-Math.PI / 4 * 625 / 64);
        assertThat(energy.mean()).isEqualTo(8);
        assertThat(energy.measured()).isCloseTo(8.760 * ((f80 - f75) * 900 + (f85 - f80) * 1950), within(1e-9));
        assertThat(energy.extrapolated() - energy.measured()).isCloseTo(8.760 * (f250 - f85) * 2100, within(1e-9));
        assertThat(energy.uncertainty()).isCloseTo(8.760 * (f80 - f75) * 100 / Math.sqrt(3), within(1e-9));
        assertThat(energy.isComplete()).isFalse();
        assertThat(AnnualEnergy.of(List.of(), 25)).isEmpty();
    }

    /** A year of Rayleigh winds through the reference curve: the method of bins gives the integral of distribution times curve. */
    @ParameterizedTest
    @ValueSource(ints = {6, 8, 10})
    void aSyntheticYearGivesTheAnalyticEnergy(int mean) {
        SplittableRandom random = new SplittableRandom(mean);
        for (int i = 0; i < 52_560; i++) {
            double wind = mean * Math.sqrt(-4 / Math.PI * Math.log(1 - random.nextDouble()));
            if (wind < 25) {
                curve.add(wind, CURVE.power(wind, 1.225) / 1000);
            }
        }
        double analytic = 0;
        double step = 0.001;
        for (double wind = step / 2; wind < 25; wind += step) {
            double density = Math.PI / 2 * wind / (mean * mean) * Math.exp(-Math.PI / 4 * wind * wind / (mean * mean));
            analytic += 8.760 * density * CURVE.power(wind, 1.225) / 1000 * step;
        }
        CurveReport report = CurveReport.of(curve, 3, 10.8, 25);
        AnnualEnergy energy = report.energies().get(mean - 4);
        assertThat(energy.extrapolated()).isCloseTo(analytic, within(0.005 * analytic));
        assertThat(energy.measured()).isCloseTo(analytic, within(0.005 * analytic));
        assertThat(energy.isComplete()).isTrue();
        assertThat(energy.uncertainty()).isPositive().isLessThan(0.01 * analytic);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.hours()).isBetween(8600.0, 8760.0);
    }

    @Test
    void anIncompleteDataBaseNamesTheBinsThatAreMissing() {
        for (double wind = 2; wind <= 16; wind += 0.5) {
            for (int i = 0; i < (wind == 9 ? 2 : 3); i++) {
                curve.add(wind, CURVE.power(wind, 1.225) / 1000);
            }
        }
        CurveReport report = CurveReport.of(curve, 3, 10.8, 25);
        assertThat(report.missing()).containsExactly(9.0);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.energies().get(0).extrapolated()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0.94, 10, 1700, 90, INCOMPLETE", "1, -5, 1000, 90, ICING", "1, -5, 1700, 90, ''", "1, 10, 1000, 90, ''",
            "1, 10, 1700, 150, SECTOR",
        "1, 10, 1700, NaN, SECTOR", "1, NaN, 1000, 350, ''"})
    void whatDoesNotCountIsToldWhy(double complete, double temperature, double power, double direction, String rejection) {
        CurveFilter filter = new CurveFilter(0.95, 1, 0.85, CurveFilter.sectors("300-60, 80-100"));
        TenMinuteValues values = new TenMinuteValues(0, new TenMinuteValues.Summary(8, 1, 5, 11),
                new TenMinuteValues.Summary(power, 100, 900, 2000), temperature, 1000, 9, 0, direction, complete, Set.of());
        assertThat(filter.judge(values, 1771)).extracting(Rejection::name)
                .containsExactlyElementsOf(rejection.isEmpty() ? List.of() : List.of(rejection));
    }
}
