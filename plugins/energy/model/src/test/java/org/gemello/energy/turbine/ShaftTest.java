package org.gemello.energy.turbine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Torsion of the free drive train against its analytic solution: two masses on a spring. */
class ShaftTest {
    private static final DriveTrain NREL = Nrel5Mw.design().driveTrain();
    private static final double STEP = 0.005;

    private static DriveTrain train(double damping) {
        return new DriveTrain(NREL.gearRatio(), NREL.rotorInertia(), NREL.generatorInertia(), NREL.stiffness(), damping, 1);
    }

    private static double mobility() {
        return 1 / NREL.rotorInertia() + 1 / NREL.generatorInertia();
    }

    @Test
    void swingsWithTheFrequencyOfTheFreeMode() {
        Shaft shaft = new Shaft(train(0), 1.2);
        shaft.load(2e6);
        double first = Double.NaN;
        double last = Double.NaN;
        int crossings = 0;
        double before = shaft.torque();
        for (int i = 1; i <= 10 / STEP; i++) {
            shaft.advance(0, 0, STEP);
            if (before < 0 && shaft.torque() >= 0) {
                last = i * STEP;
                first = Double.isNaN(first) ? last : first;
                crossings++;
            }
            before = shaft.torque();
        }
        double analytic = Math.sqrt(NREL.stiffness() * mobility()) / (2 * Math.PI);
        assertThat(analytic).isCloseTo(2.22, within(0.01));
        assertThat((crossings - 1) / (last - first)).isCloseTo(analytic, within(0.01 * analytic));
    }

    @Test
    void decaysAsItsDampingSays() {
        Shaft shaft = new Shaft(train(NREL.damping()), 1.2);
        shaft.load(2e6);
        double most = 0;
        for (int i = 1; i <= 3 / STEP; i++) {
            shaft.advance(0, 0, STEP);
            most = i * STEP > 2.5 ? Math.max(most, Math.abs(shaft.torque())) : 0;
        }
        double rate = NREL.damping() / 2 * mobility();
        assertThat(most).isBetween(0.7 * 2e6 * Math.exp(-rate * 3), 1.3 * 2e6 * Math.exp(-rate * 2.5));
    }

    @Test
    void keepsItsMomentum() {
        Shaft shaft = new Shaft(train(NREL.damping()), 1.2);
        shaft.load(2e6);
        for (int i = 0; i < 1000; i++) {
            shaft.advance(0, 0, STEP);
        }
        double momentum = NREL.rotorInertia() * shaft.rotorSpeed() + NREL.generatorInertia() * shaft.generatorSpeed();
        assertThat(momentum).isCloseTo(1.2 * NREL.inertia(), within(1e-6 * momentum));
    }
}
