package org.gemello.energy.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.vibration.Burst;
import org.gemello.energy.vibration.VibrationMonitor;
import org.gemello.energy.vibration.VibrationReport;
import org.gemello.energy.vibration.VibrationState;
import org.junit.jupiter.api.Test;

class DriveTrainSensorsTest {
    private static final double AIR = 12;
    private final Turbine turbine = new Turbine(Nrel5Mw.design(), 14, 1.225);
    private final DriveTrainSensors sensors = new DriveTrainSensors("WT01", 1, turbine, AIR);
    private final VibrationMonitor monitor = new VibrationMonitor(ConditionTypes.shipped(Nrel5Mw.NAME).vibration().orElseThrow());
    private final VibrationState state = new VibrationState();

    private double celsius(int place) {
        return ((Double) sensors.variables().get(place).current().value().value()) - 273.15;
    }

    private Float[] array() {
        return (Float[]) sensors.variables().get(4).current().value().value();
    }

    private VibrationReport burst(double time) {
        sensors.publish(time, DateTime.now());
        String text = Arrays.stream(array()).map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        return monitor.burst(state, Burst.parse(text, DriveTrainSensors.RATE), turbine.generatorSpeed() / (2 * Math.PI));
    }

    @Test
    void aBurstComesEveryTenSeconds() {
        sensors.publish(1, DateTime.now());
        Float[] first = array();
        sensors.publish(10.9, DateTime.now());
        assertThat(array()).isSameAs(first).hasSize(2048);
        sensors.publish(11, DateTime.now());
        assertThat(array()).isNotSameAs(first).hasSize(2048);
    }

    /** Two percent of the rated torque: half an hour makes oil and bearing hot, and the gearbox louder. */
    @Test
    void frictionHeatsAndIsHeard() {
        sensors.publish(0, DateTime.now());
        double oil = celsius(0);
        double winding = celsius(2);
        double quiet = burst(1).acceleration();
        turbine.faults().setFriction(0.02 * Nrel5Mw.design().ratedTorque());
        for (int i = 0; i < 3600; i++) {
            turbine.advance(14, 1.225, 0.05);
            sensors.advance(AIR, 0.5);
        }
        double loud = burst(20).acceleration();
        assertThat(oil).isCloseTo(AIR + 40, within(3.0));
        assertThat(celsius(0)).isCloseTo(oil + 0.02 * 5.296e6 / 3310, within(3.0));
        assertThat(celsius(1)).isGreaterThan(celsius(0) + 10);
        assertThat(celsius(2)).isCloseTo(winding, within(1.0));
        assertThat(loud).isGreaterThan(1.1 * quiet);
    }

    @Test
    void aDamagedBearingIsFoundInTheBursts() {
        sensors.damageBearing(3);
        VibrationReport report = burst(1);
        for (int i = 1; i < 4; i++) {
            report = burst(1 + 10 * i);
        }
        assertThat(report.lines().get(0).confidence()).isGreaterThan(0.999);
    }
}
