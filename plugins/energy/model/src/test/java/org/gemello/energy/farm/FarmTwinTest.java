package org.gemello.energy.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Gauss;
import org.gemello.energy.wake.TurbineCurve;
import org.gemello.energy.wake.TurbineFlow;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeTurbine;
import org.junit.jupiter.api.Test;

/** Three turbines in a row, wind from the west; each measures what the wake model says, unless something is wrong. */
class FarmTwinTest {
    private static final long SECOND = 1_000_000_000L;
    private static final TurbineCurve CURVE = TurbineCurve.of(Nrel5Mw.design(), SteadyCurve.of(Nrel5Mw.design()), 1.225);
    private static final List<WakeTurbine> ROW = List.of(new WakeTurbine("wt-01", 0, 0, CURVE), new WakeTurbine("wt-02", 630, 0, CURVE),
            new WakeTurbine("wt-03", 1260, 0, CURVE));
    private static final FreeWind WIND = new FreeWind(9, Math.toRadians(270), 0.1);
    private final List<TurbineFlow> flows = new WakeFarm(ROW, new Gauss()).flow(WIND);
    private final FarmTwin twin = new FarmTwin(new FarmSettings(ROW, new Gauss(), 1.225, 1.225, 0.1, 8));
    private final FarmState state = new FarmState();
    private final List<FarmEstimate> estimates = new ArrayList<>();

    /** Seconds from one to another; the last turbine gives a share of what it should. */
    private FarmEstimate run(int from, int to, double share) {
        for (int second = from; second < to; second++) {
            for (int i = 0; i < ROW.size(); i++) {
                String name = ROW.get(i).name();
                double power = flows.get(i).power();
                send(name, "WNAC.WdDir", 270, second);
                send(name, "WNAC.NacDir", 270, second);
                send(name, "WNAC.WdSpd", flows.get(i).wind(), second);
                send(name, "WTUR.State", 2, second);
                send(name, "WTUR.ExpW", power, second);
                send(name, "WTUR.W", i == 2 ? share * power : power, second);
            }
        }
        return estimates.get(estimates.size() - 1);
    }

    private void send(String name, String point, double value, int second) {
        twin.observe(state, name, point, value, Quality.GOOD, second * SECOND).ifPresent(estimates::add);
    }

    @Test
    void whatWakesTakeIsToldApartFromWhatTurbinesTake() {
        FarmEstimate estimate = run(0, 400, 0.9);
        assertThat(estimate.wind().speed()).isCloseTo(9, within(1e-6));
        assertThat(Math.toDegrees(estimate.wind().direction()) + 360).isCloseTo(270, within(1e-6));
        assertThat(estimate.free()).isCloseTo(3 * CURVE.power(9), within(1e-3));
        assertThat(estimate.waked()).isCloseTo(WakeFarm.power(flows), within(1.0));
        assertThat(estimate.wakeLoss()).isBetween(20.0, 50.0);
        assertThat(estimate.power() - estimate.own()).isCloseTo(-0.1 * flows.get(2).power(), within(1.0));
        assertThat(estimate.own() - estimate.waked()).isCloseTo(0, within(1.0));
        // free less wakes, less turbines, plus the rest is what is measured
        double rest = estimate.own() - estimate.waked();
        assertThat(estimate.free() - (estimate.free() - estimate.waked()) + rest + (estimate.power() - estimate.own()))
                .isCloseTo(estimate.power(), within(1e-6));
        assertThat(estimate.wakes()).extracting(link -> link.from() + ">" + link.to())
                .containsExactly("wt-01>wt-02", "wt-01>wt-03", "wt-02>wt-03");
        assertThat(estimate.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void aTurbineThatStandsOutIsNamedAndReleased() {
        run(0, 900, 0.85);
        assertThat(estimates.stream().flatMap(estimate -> estimate.alarms().stream()).toList()).singleElement().satisfies(alarm -> {
            assertThat(alarm.active()).isTrue();
            assertThat(alarm.message()).contains("wt-03 (-15.0 %)").doesNotContain("wt-02");
        });
        run(900, 2000, 1);
        assertThat(estimates.stream().flatMap(estimate -> estimate.alarms().stream()).toList()).hasSize(2).last()
                .satisfies(alarm -> assertThat(alarm.active()).isFalse());
    }

    @Test
    void aTurbineThatStandsStillLeavesNoWake() {
        run(0, 300, 1);
        twin.observe(state, "wt-01", "WTUR.State", 1, Quality.GOOD, 300 * SECOND);
        FarmEstimate estimate = twin.observe(state, "wt-01", "WTUR.W", 0, Quality.GOOD, 310 * SECOND).orElseThrow();
        assertThat(estimate.turbines().get(0).free()).isZero();
        assertThat(estimate.turbines().get(1).deficit()).isZero();
        assertThat(estimate.turbines().get(2).deficit()).isPositive();
    }

    @Test
    void aTurbineThatIsNotSeenMakesTheFarmUncertain() {
        run(0, 100, 1);
        twin.observe(state, "wt-02", "WTUR.W", Double.NaN, Quality.BAD, 101 * SECOND);
        FarmEstimate estimate = twin.observe(state, "wt-01", "WTUR.W", flows.get(0).power(), Quality.GOOD, 110 * SECOND).orElseThrow();
        assertThat(estimate.quality()).isEqualTo(Quality.UNCERTAIN);
        assertThat(estimate.power()).isCloseTo(WakeFarm.power(flows), within(20.0));
        assertThat(twin.observe(state, "wt-99", "WTUR.W", 1, Quality.GOOD, 200 * SECOND)).isEmpty();
        assertThat(twin.observe(state, "wt-01", "WTUR.Beat", 1, Quality.GOOD, 200 * SECOND)).isEmpty();
    }

    @Test
    void thinAirCarriesLess() {
        state.density(1.1, Quality.GOOD, 0);
        FarmEstimate estimate = run(0, 20, 1);
        assertThat(estimate.free()).isCloseTo(3 * CURVE.power(9 * Math.cbrt(1.1 / 1.225)), within(1e-3));
        assertThat(estimate.turbines().get(0).wind()).isCloseTo(9, within(1e-6));
    }

    @Test
    void tablesAndStateStayWithinBounds() throws IOException {
        FarmEstimate estimate = run(0, 20, 1);
        assertThat(FarmTables.turbines(estimate)).startsWith("{\"turbines\":{\"twin\":[\"wt-01\",\"wt-02\",\"wt-03\"],\"east\":[0,630,1260]");
        assertThat(FarmTables.wakes(estimate)).contains("\"from\":[\"wt-0");
        assertThat(FarmTables.rings(estimate)).startsWith("{\"rings\":{\"twin\":[\"wt-01\",\"wt-01\",").contains("\"along\":[25,252,630,1134,1890,25,");
        byte[] bytes = bytes(state);
        assertThat(bytes).hasSizeLessThan(3 * 1000);
        FarmState copy = FarmState.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        assertThat(bytes(copy)).isEqualTo(bytes);
        assertThatThrownBy(() -> new FarmSettings(ROW, new Gauss(), 1.225, 3, 0.1, 8)).hasMessageContaining("airDensity is 3.0");
    }

    private static byte[] bytes(FarmState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
