package org.gemello.energy.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.turbine.type.TurbineTypes;
import org.junit.jupiter.api.Test;

class FatigueMonitorTest {
    private static final TurbineDesign TURBINE = TurbineTypes.shipped("nrel-5mw");
    private static final LoadDesign DESIGN = ConditionTypes.shipped("nrel-5mw").loads();
    private static final ComponentDesign TOWER = DESIGN.components().get(5);
    private final FatigueMonitor monitor = new FatigueMonitor(TURBINE, DESIGN, new FatigueMonitor.Site(10, 0));
    private final FatigueState state = new FatigueState();

    private static ComponentReport of(List<ComponentReport> reports, Component component) {
        return reports.stream().filter(report -> report.component() == component).findFirst().orElseThrow();
    }

    private static byte[] bytes(FatigueState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** A load of a sine, measured: equivalent load and damage are those on paper, and life goes on accordingly. */
    @Test
    void measuredLoadsGiveTheFiguresOnPaper() {
        double range = 40e6;
        for (int i = 0; i <= 60_000; i++) {
            long now = i * 100_000_000L;
            monitor.measured(state, Component.TOWER_BASE, 50e6 + range / 2 * Math.cos(2 * Math.PI * i / 20), now);
            monitor.advance(state, new Operation(11, 1.2, 0, 4e6, 1.225), now);
        }
        ComponentReport report = of(monitor.report(state), Component.TOWER_BASE);
        // a swing each two seconds is an equivalent load at 1 Hz of range / 2^(1/4)
        assertThat(report.load()).isCloseTo(range / Math.pow(2, 0.25), within(0.01 * range));
        double cycles = 3000;
        double design = TOWER.curve().reference();
        assertThat(report.damage())
                .isCloseTo(cycles * Math.pow(range / design, 4) / (20 * ComponentDesign.SECONDS_PER_YEAR), within(0.01 * report.damage()));
        assertThat(report.complete()).isTrue();
    }

    /** Half an hour in each wind: what is left becomes more certain. */
    @Test
    void lifeHasAnIntervalThatNarrows() {
        LifeForecast before = of(monitor.report(state), Component.TOWER_BASE).life();
        assertThat(before.years()).isCloseTo(20, within(0.5));
        assertThat(before.low()).isLessThan(before.years());
        assertThat(before.high()).isGreaterThan(before.years());
        FatigueState later = new FatigueState();
        for (int i = 0; i < 12; i++) {
            DesignLoads.run(TURBINE, DESIGN, later, 1800 * i, 3 + 2 * i, 1800, i);
        }
        LifeForecast after = of(monitor.report(later), Component.TOWER_BASE).life();
        assertThat(after.high() / after.low()).isLessThan(before.high() / before.low());
        assertThat(after.years()).isBetween(12.0, 30.0);
        LifeForecast old = of(new FatigueMonitor(TURBINE, DESIGN, new FatigueMonitor.Site(10, 0.5)).report(later), Component.TOWER_BASE)
                .life();
        assertThat(old.years()).isCloseTo(after.years() / 2, within(0.1));
        FatigueState calm = DesignLoads.run(TURBINE, DESIGN, 7, 7200, 3);
        assertThat(of(monitor.report(calm), Component.GEARBOX).life().years()).isGreaterThan(20);
    }

    @Test
    void theStateIsSmallAndComesBack() throws IOException {
        FatigueState run = DesignLoads.run(TURBINE, DESIGN, 14, 3600, 2);
        byte[] written = bytes(run);
        assertThat(written.length).isLessThan(8_000);
        FatigueState back = new FatigueState();
        back.read(new DataInputStream(new ByteArrayInputStream(written)));
        assertThat(bytes(back)).isEqualTo(written);
        assertThat(monitor.report(back)).isEqualTo(monitor.report(run));
    }

    @Test
    void gapsNonsenseAndAClockThatJumpsAddNothing() {
        Operation usual = new Operation(9, 1.1, 0, 2e6, 1.225);
        monitor.advance(state, usual, 0);
        monitor.advance(state, usual, 3_600_000_000_000L);
        monitor.advance(state, usual, 3_600_100_000_000L);
        double damage = state.life(Component.GEARBOX).damage(DESIGN.components().get(3));
        monitor.advance(state, new Operation(Double.NaN, 1.1, 0, 2e6, 1.225), 3_600_200_000_000L);
        monitor.advance(state, new Operation(9, -7, 0, 2e6, 1.225), 3_600_300_000_000L);
        monitor.advance(state, usual, 3_600_250_000_000L);
        assertThat(state.life(Component.GEARBOX).damage(DESIGN.components().get(3))).isEqualTo(damage).isPositive();
        monitor.advance(state, usual, 1_000_000_000L);
        monitor.advance(state, usual, 1_100_000_000L);
        assertThat(state.life(Component.GEARBOX).damage(DESIGN.components().get(3))).isCloseTo(2 * damage, within(1e-6 * damage));
    }

    @Test
    void theSiteIsChecked() {
        assertThatThrownBy(() -> new FatigueMonitor.Site(30, 0)).hasMessageContaining("siteMeanWind");
        assertThatThrownBy(() -> new FatigueMonitor.Site(8, -1)).hasMessageContaining("damageBefore");
    }
}
