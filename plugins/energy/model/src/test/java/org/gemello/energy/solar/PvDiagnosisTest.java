package org.gemello.energy.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PvDiagnosisTest {
    private final PvPlant plant = Plants.plant(20_000);
    private double clean = Double.NaN;

    private PvDiagnosis.Finding judge(PvPlant measured, List<PvDiagnosis.Moment> moments) {
        PvDiagnosis diagnosis = new PvDiagnosis(measured, 0.05);
        PvDay day = new PvDay(measured.strings());
        moments.forEach(moment -> diagnosis.add(day, moment));
        PvDiagnosis.Finding finding = diagnosis.judge(day, clean);
        clean = finding.clean();
        return finding;
    }

    @Test
    void aHealthyDayHasNoFindings() {
        PvDiagnosis.Finding day = judge(plant, Plants.day(plant, 1, 1));
        assertThat(day.performanceRatio()).isBetween(0.8, 0.95);
        assertThat(day.share()).isCloseTo(1, within(1e-3));
        assertThat(day.soiled()).isFalse();
        assertThat(day.deadStrings()).isEmpty();
        assertThat(day.clippedMoments()).isZero();
    }

    @Test
    void dirtIsReportedUntilRainWashesItOff() {
        for (int day = 1; day <= 20; day++) {
            double loss = 0.004 * (day - 1);
            PvDiagnosis.Finding found = judge(plant, Plants.day(plant, day, 1 - loss));
            assertThat(found.soiling()).isCloseTo(loss, within(0.003));
            assertThat(found.soiled()).isEqualTo(found.soiling() > 0.05);
        }
        assertThat(judge(plant, Plants.day(plant, 21, 0.9)).soiled()).isTrue();
        assertThat(judge(plant, Plants.day(plant, 22, 1)).soiled()).isFalse();
    }

    @Test
    void aDeadStringIsNamedAndIsNoDirt() {
        judge(plant, Plants.day(plant, 1, 1));
        List<PvDiagnosis.Moment> moments = Plants.day(plant, 2, 7.0 / 8);
        moments.forEach(moment -> moment.strings()[5] = 0);
        PvDiagnosis.Finding day = judge(plant, moments);
        assertThat(day.deadStrings()).containsExactly(5);
        assertThat(day.soiling()).isLessThan(0.02);
    }

    @Test
    void clippingIsCountedAndIsNoDirt() {
        PvPlant small = Plants.plant(11_000);
        PvDiagnosis.Finding day = judge(small, Plants.day(small, 1, 1));
        assertThat(day.clippedMoments()).isGreaterThan(5);
        assertThat(day.share()).isCloseTo(1, within(1e-3));
    }

    @Test
    void cloudsDoNotCountForSoiling() {
        List<PvDiagnosis.Moment> cloudy = Plants.day(plant, 1, 1).stream().map(m -> new PvDiagnosis.Moment(
                new PvPlant.Weather(m.weather().time(), 0.5 * m.weather().global(), 20, 2), m.onPlane(), 0.6 * m.ac(),
                        m.strings())).toList();
        assertThat(judge(plant, cloudy).share()).isNaN();
    }

    @Test
    void brokenSensorsAreCounted() {
        List<PvDiagnosis.Moment> moments = Plants.day(plant, 1, 1);
        moments.set(40, new PvDiagnosis.Moment(moments.get(40).weather(), Double.NaN, 1, new double[0]));
        PvDiagnosis.Finding day = judge(plant, moments);
        assertThat(day.unusable()).isEqualTo(1);
        assertThat(day.share()).isCloseTo(1, within(1e-3));
    }
}
