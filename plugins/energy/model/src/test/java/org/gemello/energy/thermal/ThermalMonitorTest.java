package org.gemello.energy.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.thermal.ThermalDesign.Body;
import org.junit.jupiter.api.Test;

/** A drive train that is simulated with a fault beside its monitor; its sensors scatter by 0.3 K. */
class ThermalMonitorTest {
    private static final ThermalDesign DESIGN = new ThermalDesign(5.3e6, 0.012, 40e3, 5e3, 0.037, 2e3, 30,
            List.of(new Body(6e6, 2500, 80), new Body(2e5, 420, 95), new Body(1.6e6, 2600, 140), new Body(1e5, 120, 95)));
    private static final double AIR = 15;
    private final ThermalNetwork plant = new ThermalNetwork(DESIGN);
    private final ThermalMonitor monitor = new ThermalMonitor(DESIGN);
    private final ThermalState state = new ThermalState();
    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] temperatures = plant.steady(plant.losses(3.5e6, 0.95), AIR);
    private final List<AlarmChange> alarms = new ArrayList<>();
    private ThermalReport report;
    private int second;

    private double power(int time) {
        return 3.5e6 + 1e6 * Math.sin(time / 300.0);
    }

    private void run(int seconds, double oilHeat, double bearingHeat, double cooling) {
        for (int end = second + seconds; second < end; second++) {
            double[] heat = plant.losses(power(second), 0.95);
            heat[0] += oilHeat;
            heat[1] += bearingHeat;
            plant.advance(temperatures, heat, AIR, cooling, 1);
            long now = second * 1_000_000_000L;
            for (Place place : Place.values()) {
                state.measured(place).update(temperatures[place.ordinal()] + 0.6 * (random.nextDouble() - 0.5), Quality.GOOD, now);
            }
            report = monitor.advance(state, power(second), 0.95, AIR, now);
            alarms.addAll(report.alarms());
        }
    }

    @Test
    void atRestNothingChanges() {
        double[] heat = plant.losses(5.3e6, 1);
        double[] steady = plant.steady(heat, AIR);
        double[] later = steady.clone();
        plant.advance(later, heat, AIR, 1, 36_000);
        assertThat(later).containsExactly(steady, within(1e-6));
        assertThat(steady[0]).isBetween(50.0, 70.0);
        assertThat(steady[1]).isGreaterThan(steady[0] + 5);
    }

    /** One body alone cools with its own time constant. */
    @Test
    void oilCoolsExponentially() {
        double[] from = {75, 75, 15, 15};
        plant.advance(from, new double[4], AIR, 1, 1000);
        double together = (6e6 + 2e5) / 2500;
        assertThat(from[0] - AIR).isCloseTo(60 * Math.exp(-1000 / together), within(0.5));
    }

    @Test
    void aSoundDriveTrainIsLeftAlone() {
        run(6 * 3600, 0, 0, 1);
        assertThat(alarms).isEmpty();
        assertThat(report.friction()).isZero();
        assertThat(report.fouling()).isZero();
        assertThat(report.residual()).containsExactly(new double[4], within(0.5));
    }

    @Test
    void frictionIsFoundLongBeforeTheLimit() {
        run(3600, 0, 0, 1);
        int begin = second;
        while (alarms.isEmpty() && second < begin + 7200) {
            run(1, 60e3, 4e3, 1);
        }
        int found = second - begin;
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).alarm()).isEqualTo(ThermalMonitor.GEARBOX);
        double[] ahead = temperatures.clone();
        int lead = 0;
        while (ahead[0] < 80 && ahead[1] < 95 && lead < 86_400) {
            double[] heat = plant.losses(5.3e6, 1);
            heat[0] += 60e3;
            heat[1] += 4e3;
            plant.advance(ahead, heat, AIR, 1, 10);
            lead += 10;
        }
        System.out.println("friction of 64 kW found after " + found + " s, " + lead + " s before a limit at rated power: "
                + alarms.get(0).message());
        assertThat(found).isLessThan(1200);
        assertThat(lead).isGreaterThan(2 * found);
        run(3600, 60e3, 4e3, 1);
        assertThat(report.friction()).isCloseTo(64e3, within(6e3));
        assertThat(report.fouling()).isZero();
        run(6 * 3600, 0, 0, 1);
        System.out.println("later: " + alarms.get(2).message());
        assertThat(alarms.get(alarms.size() - 1).active()).isFalse();
        assertThat(alarms.stream().filter(alarm -> !alarm.active())).hasSize(1);
    }

    @Test
    void aFouledCoolerIsGivenAsOneOfTwoCauses() {
        run(3600, 0, 0, 1);
        run(2 * 3600, 0, 0, 0.75);
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> assertThat(alarm.active()).isTrue());
        assertThat(report.fouling()).isCloseTo(0.25, within(0.03));
        assertThat(alarms.get(alarms.size() - 1).message()).contains("cooler", "gears");
    }

    @Test
    void whatIsNotMeasuredIsNotJudged() {
        for (int i = 0; i < 3600; i++) {
            report = monitor.advance(state, 4e6, 1, AIR, i * 1_000_000_000L);
        }
        assertThat(report.residual()).containsOnly(Double.NaN);
        assertThat(DoubleStream.of(report.expected()).boxed()).allSatisfy(expected -> assertThat(expected).isBetween(AIR, 120.0));
        assertThat(report.alarms()).isEmpty();
    }

    @Test
    void goesOnFromWhatWasWritten() throws IOException {
        run(3600, 60e3, 4e3, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        ThermalState back = new ThermalState();
        back.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        long now = second * 1_000_000_000L;
        assertThat(monitor.advance(back, 4e6, 1, AIR, now)).usingRecursiveComparison().isEqualTo(monitor.advance(state, 4e6, 1, AIR, now));
    }
}
