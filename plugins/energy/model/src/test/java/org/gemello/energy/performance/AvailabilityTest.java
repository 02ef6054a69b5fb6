package org.gemello.energy.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.Quality;
import org.gemello.energy.turbine.NacelleWind;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.SteadyCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final SteadyCurve CURVE = SteadyCurve.of(Nrel5Mw.design());
    private final PerformanceState state = new PerformanceState();
    private final TurbinePerformance performance = performance(0);

    private static TurbinePerformance performance(int offset) {
        PerformanceSettings settings = new PerformanceSettings(CurveFilter.DEFAULT,
                CategoryRules.table("7: forced-outage, 8: scheduled-maintenance"),
                offset);
        return new TurbinePerformance(Nrel5Mw.design(), CURVE, new NacelleWind(Nrel5Mw.design(), 0), settings);
    }

    private static long at(String time) {
        return Instant.parse(time).getEpochSecond() * SECOND;
    }

    /** Seconds of one situation, from the moment on, each its own. */
    private void run(TurbinePerformance by, long from, int seconds, double status, double power, double potential, double limit) {
        for (int i = 0; i < seconds; i++) {
            by.moment(state, new Situation(from + i * SECOND, true, status, 8, power, potential, limit, false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 8, 1700, 1771, Infinity, false, FULL_PERFORMANCE",
        "2, 8, 1700, 1771, 1770, false, FULL_PERFORMANCE",
        "2, 8, 1000, 1771, 1000, false, DERATED",
        "2, 8, 1500, 1771, Infinity, true, DEGRADED",
        "1, 2.5, 0, 0, Infinity, false, READY_STANDBY",
        "1, 3.3, 0, 60, Infinity, false, READY_STANDBY",
        "1, 8, 0, 1771, 0, false, REQUESTED_SHUTDOWN",
        "1, 8, 0, 1771, Infinity, false, TECHNICAL_STANDBY",
        "0, 26, 0, 0, Infinity, false, OUT_OF_ENVIRONMENTAL_SPECIFICATION",
        "7, 8, 0, 1771, Infinity, false, FORCED_OUTAGE",
        "8, 8, 0, 1771, Infinity, false, SCHEDULED_MAINTENANCE",
        "NaN, 8, 1700, 1771, Infinity, false, FULL_PERFORMANCE",
        "NaN, 8, 0, 1771, Infinity, false, TECHNICAL_STANDBY"})
    void theCategoryOfAMoment(double status, double wind, double power, double potential, double limit, boolean degraded,
            Category category) {
        performance.moment(state, new Situation(0, true, status, wind, power, potential, limit, degraded));
        assertThat(state.category()).isEqualTo(category);
        performance.moment(state, new Situation(SECOND, false, status, wind, power, potential, limit, degraded));
        assertThat(state.category()).isEqualTo(Category.INFORMATION_UNAVAILABLE);
    }

    @Test
    void standingInTheWindIsStartingForTenMinutesAndAnOutageFromThenOn() {
        run(performance, 0, 1801, 1, 0, 1800, NONE);
        Ledger day = state.account().current(Period.DAY);
        assertThat(day.hours(Category.TECHNICAL_STANDBY)).isCloseTo(600 / 3600.0, within(1e-9));
        assertThat(day.hours(Category.FORCED_OUTAGE)).isCloseTo(1200 / 3600.0, within(1e-9));
        assertThat(day.lost(Category.FORCED_OUTAGE)).isCloseTo(600, within(1e-9));
        assertThat(day.technicalAvailability()).isCloseTo(100 / 3.0, within(1e-9));
        assertThat(day.operationalAvailability()).isZero();
        assertThat(day.productionAvailability()).isZero();
    }

    /** An hour of each by hand: full 1700 of 1800 kW, derated to 1000, maintenance, outage, and an hour without data. */
    @Test
    void availabilityAndLossesByHand() {
        long begin = at("2026-03-01T06:00:00Z");
        run(performance, begin, 3600, 2, 1700, 1800, NONE);
        run(performance, begin + 3600 * SECOND, 3600, 2, 1000, 1800, 1000);
        run(performance, begin + 7200 * SECOND, 3600, 8, 0, 1800, NONE);
        run(performance, begin + 10800 * SECOND, 3601, 7, 0, 1800, NONE);
        performance.moment(state, new Situation(begin + 18000 * SECOND, true, 2, 8, 1800, 1800, NONE, false));
        Ledger day = state.account().current(Period.DAY);
        assertThat(day.produced()).isCloseTo(2700, within(1e-6));
        assertThat(day.lost(Category.FULL_PERFORMANCE)).isZero();
        assertThat(day.lost(Category.DERATED)).isCloseTo(800, within(1e-6));
        assertThat(day.curtailed()).isCloseTo(800, within(1e-6));
        assertThat(day.lost(Category.SCHEDULED_MAINTENANCE)).isCloseTo(1800, within(1e-6));
        // the last value of the outage counts for ten seconds more, then nothing is known
        assertThat(day.hours(Category.INFORMATION_UNAVAILABLE)).isCloseTo(3590 / 3600.0, within(1e-9));
        double outage = 3610 / 3600.0;
        assertThat(day.lost(Category.FORCED_OUTAGE)).isCloseTo(1800 * outage, within(1e-6));
        assertThat(day.technicalAvailability()).isCloseTo(100 * 2 / (2 + outage), within(1e-6));
        assertThat(day.operationalAvailability()).isCloseTo(100 * 2 / (3 + outage), within(1e-6));
        assertThat(day.productionAvailability()).isCloseTo(100 * 2700 / (2700 + 800 + 1800 + 1800 * outage), within(1e-6));
        assertThat(day.lost()).isCloseTo(2600 + 1800 * outage, within(1e-6));
    }

    @Test
    void midnightAndMonthDivideWhatIsCounted() {
        long begin = at("2026-02-28T23:59:55.000Z");
        performance.moment(state, new Situation(begin + SECOND / 2, true, 2, 8, 3600, 3600, NONE, false));
        performance.moment(state, new Situation(begin + 8 * SECOND, true, 2, 8, 3600, 3600, NONE, false));
        Account account = state.account();
        assertThat(account.before(Period.DAY).produced()).isCloseTo(4.5, within(1e-9));
        assertThat(account.before(Period.MONTH).produced()).isCloseTo(4.5, within(1e-9));
        assertThat(account.current(Period.DAY).produced()).isCloseTo(3, within(1e-9));
        assertThat(account.current(Period.MONTH).produced()).isCloseTo(3, within(1e-9));
        assertThat(account.current(Period.TOTAL).produced()).isCloseTo(7.5, within(1e-9));
    }

    @Test
    void aSiteInKoreaBeginsItsDayNineHoursEarlier() {
        run(performance(9 * 3600), at("2026-02-28T14:59:50Z"), 21, 2, 3600, 3600, NONE);
        assertThat(state.account().before(Period.MONTH).produced()).isCloseTo(10, within(1e-9));
        assertThat(state.account().current(Period.DAY).produced()).isCloseTo(10, within(1e-9));
    }

    @Test
    void daysWithoutDataAreDaysWithoutInformation() {
        run(performance, at("2026-03-01T00:00:00Z"), 1, 2, 1700, 1800, NONE);
        run(performance, at("2026-03-04T06:00:00Z"), 1, 2, 1700, 1800, NONE);
        assertThat(state.account().current(Period.DAY).hours(Category.INFORMATION_UNAVAILABLE)).isCloseTo(6, within(1e-9));
        assertThat(state.account().before(Period.DAY).hours(Category.INFORMATION_UNAVAILABLE)).isCloseTo(24, within(1e-9));
        assertThat(state.account().before(Period.DAY).technicalAvailability()).isNaN();
        performance.moment(state, new Situation(at("2026-03-02T00:00:00Z"), true, 2, 8, 1700, 1800, NONE, false));
        assertThat(state.account().current(Period.TOTAL).hours(Category.INFORMATION_UNAVAILABLE)).isCloseTo(78 - 10 / 3600.0, within(1e-9));
    }

    @Test
    void tenMinutesOfACurtailedTurbineDoNotCountForItsCurve() {
        long begin = at("2026-03-01T06:00:00Z");
        for (int i = 0; i <= 1800; i++) {
            long time = begin + i * SECOND;
            performance.sample(state, Channel.WIND, 8, Quality.GOOD, time).ifPresent(judged -> {
                boolean second = judged.values().begin() == begin + TenMinutes.LENGTH;
                assertThat(judged.rejections()).containsExactlyElementsOf(second ? Set.of(Rejection.CURTAILED) : Set.of());
                assertThat(judged.density()).isEqualTo(1.225);
                assertThat(judged.reference()).isCloseTo(1771, within(60.0));
            });
            performance.sample(state, Channel.POWER, 1700, Quality.GOOD, time);
            performance.moment(state, new Situation(time, true, 2, 8, 1700, 1771, i == 900 ? 1000 : NONE, false));
        }
        assertThat(state.curve().total()).isEqualTo(2);
    }

    @Test
    void aStateThatIsReadGoesOnLikeTheOneThatWasWritten() throws IOException {
        run(performance, at("2026-03-01T23:50:00Z"), 700, 2, 1700, 1771, NONE);
        performance.sample(state, Channel.WIND, 8, Quality.GOOD, at("2026-03-01T23:50:00Z"));
        state.curve().add(8, 1700);
        byte[] bytes = bytes(state);
        assertThat(bytes).hasSizeLessThan(12_000);
        PerformanceState copy = new PerformanceState();
        copy.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        assertThat(bytes(copy)).isEqualTo(bytes);
        assertThat(PerformanceTables.losses(copy.account())).isEqualTo(PerformanceTables.losses(state.account()))
                .contains("full-performance");
        assertThat(copy.isDue(at("2026-03-02T00:00:00Z"))).isTrue();
        assertThat(copy.isDue(at("2026-03-02T00:00:59Z"))).isFalse();
    }

    private static byte[] bytes(PerformanceState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> CategoryRules.table("7: broken")).hasMessageContaining("'7: broken'")
                .hasMessageContaining("forced-outage");
        assertThatThrownBy(() -> CurveFilter.sectors("10")).hasMessageContaining("'10'");
        assertThatThrownBy(() -> CurveFilter.sectors("10-400")).hasMessageContaining("400");
        assertThatThrownBy(() -> new PerformanceSettings(CurveFilter.DEFAULT, Map.of(), 20 * 3600)).hasMessageContaining("20.0 h");
        assertThatThrownBy(() -> new CurveFilter(95, 1, 0.85, List.of())).hasMessageContaining("95.0");
    }
}
