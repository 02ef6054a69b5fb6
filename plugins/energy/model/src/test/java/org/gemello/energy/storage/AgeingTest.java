package org.gemello.energy.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gemello.energy.fatigue.Rainflow;
import org.junit.jupiter.api.Test;

class AgeingTest {
    private static Ageing ageing() {
        return new Ageing();
    }

    private static double voltage(double charge) {
        return BatteryEstimatorTest.CELL.openCircuit(charge);
    }

    private static void cycles(Ageing ageing, double... history) {
        Rainflow rainflow = new Rainflow(0);
        Rainflow.Cycles cycle = (depth, mean, count) -> ageing.cycle(depth, count, voltage(mean));
        for (double charge : history) {
            rainflow.add(charge, cycle);
        }
        rainflow.open(cycle);
    }

    @Test
    void timeInPiecesIsTimeInOne() {
        Ageing once = ageing();
        once.time(365, voltage(0.5), 25);
        Ageing daily = ageing();
        for (int day = 0; day < 365; day++) {
            daily.time(1, voltage(0.5), 25);
        }
        assertThat(daily.byTime()).isCloseTo(once.byTime(), within(1e-12));
        double alpha = (7.543 * 3.71 - 23.75) * 1e6 * Math.exp(-6976 / 298.15);
        assertThat(once.byTime()).isCloseTo(alpha * Math.pow(365, 0.75), within(1e-12));
    }

    @Test
    void heatHighChargeAndDeepCyclesCostLife() {
        Ageing cool = ageing();
        cool.time(365, voltage(0.5), 20);
        Ageing hot = ageing();
        hot.time(365, voltage(0.9), 40);
        assertThat(hot.byTime()).isGreaterThan(2 * cool.byTime());
        Ageing deep = ageing();
        Ageing shallow = ageing();
        for (int i = 0; i < 100; i++) {
            cycles(deep, 0.1, 0.9, 0.1);
            for (int k = 0; k < 8; k++) {
                cycles(shallow, 0.45, 0.55, 0.45);
            }
        }
        assertThat(deep.byCycles()).isGreaterThan(2 * shallow.byCycles());
        assertThat(deep.health()).isCloseTo(1 - deep.byCycles(), within(1e-12));
    }

    @Test
    void lifeLeftIsWhereTheSameUseEnds() {
        Ageing ageing = ageing();
        for (int day = 0; day < 100; day++) {
            ageing.time(1, voltage(0.5), 25);
            cycles(ageing, 0.2, 0.8, 0.2);
        }
        double left = ageing.daysUntil(0.8, ageing.health());
        Ageing later = ageing();
        for (int day = 0; day < 100 + Math.round(left); day++) {
            later.time(1, voltage(0.5), 25);
            cycles(later, 0.2, 0.8, 0.2);
        }
        assertThat(later.health()).isCloseTo(0.8, within(1e-3));
        assertThat(ageing.daysUntil(0.8, ageing.health() - 0.05)).isLessThan(left);
        assertThat(ageing.daysUntil(0.8, 0.79)).isZero();
        assertThat(ageing().daysUntil(0.8, 1)).isNaN();
    }
}
