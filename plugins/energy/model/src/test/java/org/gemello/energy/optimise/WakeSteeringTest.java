package org.gemello.energy.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Gauss;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.TurbineCurve;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeTurbine;
import org.junit.jupiter.api.Test;

class WakeSteeringTest {
    private static final TurbineCurve CURVE = TurbineCurve.of(Nrel5Mw.design(), SteadyCurve.of(Nrel5Mw.design()), 1.225);
    private static final double WEST = Math.toRadians(270);

    private static WakeFarm row(int number, double diameters) {
        List<WakeTurbine> turbines = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            turbines.add(new WakeTurbine("T" + i, i * diameters * 126, 0, CURVE));
        }
        return new WakeFarm(turbines, new Gauss());
    }

    private static double power(WakeFarm farm, FreeWind wind, double... yaw) {
        List<Operation> operations = new ArrayList<>();
        for (double angle : yaw) {
            operations.add(new Operation(angle, Double.POSITIVE_INFINITY, true));
        }
        return WakeFarm.power(farm.flow(wind, operations));
    }

    @Test
    void aRowThatIsHalfInItsWakesIsSteeredOutOfThem() {
        WakeSteering.Plan plan = new WakeSteering(row(3, 5)).plan(new FreeWind(8, WEST + Math.toRadians(3), 0.06));
        assertThat(plan.isWorthIt()).as(plan.toString()).isTrue();
        assertThat(plan.gain() / plan.power()).isBetween(0.02, 0.3);
        assertThat(plan.yaw()).allSatisfy(angle -> assertThat(Math.abs(angle)).isLessThanOrEqualTo(WakeSteering.MOST));
        assertThat(plan.yaw().get(2)).as("nobody stands behind the last").isZero();
    }

    /** To which side the wake should go hangs on a degree there: what one wind gains another one loses. */
    @Test
    void aRowExactlyInLineIsLeftAlone() {
        assertThat(new WakeSteering(row(3, 5)).plan(new FreeWind(8, WEST, 0.06)).isWorthIt()).isFalse();
    }

    @Test
    void acrossTheWindNothingIsSteered() {
        WakeSteering.Plan plan = new WakeSteering(row(3, 5)).plan(new FreeWind(8, 0, 0.06));
        assertThat(plan.yaw()).containsOnly(0.0);
        assertThat(plan.isWorthIt()).isFalse();
    }

    @Test
    void neitherInWeakWindNorAboveRated() {
        assertThat(new WakeSteering(row(3, 5)).plan(new FreeWind(4, WEST, 0.06)).isWorthIt()).isFalse();
        assertThat(new WakeSteering(row(3, 5)).plan(new FreeWind(18, WEST, 0.06)).isWorthIt()).isFalse();
    }

    @Test
    void ofALargeFarmTheStrongestWakesAreSteeredAndTheGainIsThatOfAll() {
        WakeFarm farm = row(24, 5);
        FreeWind wind = new FreeWind(9, WEST + Math.toRadians(3), 0.08);
        WakeSteering steering = new WakeSteering(farm);
        WakeSteering.Plan plan = steering.plan(wind);
        assertThat(plan.yaw()).hasSize(24);
        assertThat(plan.yaw().stream().filter(angle -> angle != 0).count()).isBetween(2L, (long) WakeSteering.MOST_TURBINES);
        assertThat(plan.power()).isEqualTo(power(farm, wind, new double[24]));
        double[] yaw = plan.yaw().stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(steering.compare(wind, yaw, new double[24]).gain()).as("back again").isEqualTo(-plan.gain());
    }

    @Test
    void theSerialSearchComesCloseToTryingEverything() {
        WakeFarm farm = row(3, 5);
        FreeWind wind = new FreeWind(9, WEST + Math.toRadians(2), 0.08);
        double most = 0;
        for (double first = -25; first <= 25; first += 2.5) {
            for (double second = -25; second <= 25; second += 2.5) {
                most = Math.max(most, power(farm, wind, Math.toRadians(first), Math.toRadians(second), 0));
            }
        }
        WakeSteering.Plan plan = new WakeSteering(farm).plan(wind);
        double found = power(farm, wind, plan.yaw().stream().mapToDouble(Double::doubleValue).toArray());
        double none = power(farm, wind, 0, 0, 0);
        assertThat(found - none).isGreaterThan(0.75 * (most - none));
    }
}
