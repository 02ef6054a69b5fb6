package org.gemello.energy.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BatteryEstimatorTest {
    static final Battery CELL = new Battery(50,
            new double[] {3.0, 3.44, 3.54, 3.60, 3.65, 3.71, 3.80, 3.90, 3.99, 4.08, 4.19}, 0.0012, 0.0006, 20, 0.0009, 900);
    private static final double NOISE = 0.004;
    private static final double STEP = 10;

    private final BatteryEstimator estimator = new BatteryEstimator(CELL, NOISE);
    private final Random random = new Random(11);
    private Battery.State truth = new Battery.State(0.9, 0, 0);

    /** Drives a cell with less capacity and more resistance than new between 15 % and 95 %; returns the worst error after settling. */
    private double drive(BatteryMemory memory, double health, double hours, double settling) {
        double worst = 0;
        double direction = 1;
        for (int i = 0; i < hours * 3600 / STEP; i++) {
            direction = truth.charge() < 0.15 ? -1 : truth.charge() > 0.95 ? 1 : direction;
            double current = direction * 25 * (1 + 0.5 * Math.sin(i * STEP / 200));
            truth = CELL.after(truth, current, STEP, health);
            double voltage = CELL.voltage(truth, current, CELL.series() * 1.3) + NOISE * random.nextGaussian();
            BatteryMemory.Estimate estimate = estimator.update(memory, STEP, current + 0.05 * random.nextGaussian(), voltage);
            if (i * STEP > settling * 3600) {
                worst = Math.max(worst, Math.abs(estimate.charge() - truth.charge()));
            }
        }
        return worst;
    }

    @Test
    void findsChargeAndHealthFromAWrongStart() {
        BatteryMemory memory = new BatteryMemory(0.5);
        assertThat(drive(memory, 0.85, 30, 1)).isLessThan(0.03);
        assertThat(memory.estimate().health()).isCloseTo(0.85, within(0.03));
        assertThat(memory.estimate().resistance()).isCloseTo(1.3, within(0.1));
        assertThat(memory.estimate().chargeDeviation()).isLessThan(0.02);
        assertThat(memory.estimate().refused()).isLessThan(3);
    }

    @Test
    void brokenReadingsArePassedOver() {
        BatteryMemory memory = new BatteryMemory(0.9);
        drive(memory, 1, 2, 1);
        double before = memory.estimate().charge();
        estimator.update(memory, 1, Double.NaN, 3.7);
        estimator.update(memory, -5, 10, 3.7);
        estimator.update(memory, 1, 10, 0.3);
        assertThat(memory.estimate().charge()).isCloseTo(before, within(1e-3));
        assertThat(memory.estimate().refused()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void recoversAfterTheBatteryWasExchanged() {
        BatteryMemory memory = new BatteryMemory(0.9);
        drive(memory, 1, 3, 1);
        truth = new Battery.State(truth.charge() > 0.5 ? 0.2 : 0.9, 0, 0);
        assertThat(drive(memory, 1, 4, 2)).isLessThan(0.03);
    }

    @Test
    void openCircuitVoltageMustRise() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Battery(1, new double[] {3, 4, 3.9}, 1, 1, 1, 1, 1))
                .withMessageContaining("charge 1.0");
    }
}
