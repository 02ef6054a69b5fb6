package org.gemello.energy.plant;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.gemello.energy.plant.Tag.Unit;
import org.gemello.energy.thermal.Place;
import org.gemello.energy.thermal.ThermalDesign;
import org.gemello.energy.thermal.ThermalNetwork;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.vibration.BearingPart;
import org.gemello.energy.vibration.VibrationDesign;
import org.gemello.energy.vibration.VibrationSource;

/**
 * Temperatures of a turbine's drive train, and bursts of an accelerometer at its gearbox: 2048 values at 2560 Hz every ten seconds, an
 * array in one value. Friction heats oil and bearing, and is heard. For one thread.
 */
final class DriveTrainSensors {
    static final double RATE = 2560;
    private static final int LENGTH = 2048;
    private static final double BURST_INTERVAL = 10;
    private static final double KELVIN = 273.15;
    private static final double RESOLUTION = 1000;
    /** Share of the heat of friction that arises in the bearing. */
    private static final double BEARING_SHARE = 0.06;
    private static final TurbineDesign DESIGN = Nrel5Mw.design();
    private static final ThermalDesign THERMAL = ConditionTypes.shipped(Nrel5Mw.NAME).thermal().orElseThrow();
    private static final VibrationDesign VIBRATION = ConditionTypes.shipped(Nrel5Mw.NAME).vibration().orElseThrow();
    private final ThermalNetwork network = new ThermalNetwork(THERMAL);
    private final Turbine turbine;
    private final VibrationSource source;
    private final double[] temperatures;
    private final List<PlantVariable> places;
    private final PlantVariable burst;
    private double nextBurst;
    private double blow;

    /**
     * @param name  prefix of the nodes
     * @param place of the turbine in the farm, from 1
     * @param air   temperature in degrees Celsius
     */
    DriveTrainSensors(String name, int place, Turbine turbine, double air) {
        this.turbine = turbine;
        source = new VibrationSource(VIBRATION, place);
        temperatures = network.steady(losses(), air);
        nextBurst = place;
        places = List.of(temperature(name, Place.GEARBOX_OIL, "Gearbox oil temperature"),
                temperature(name, Place.GEARBOX_BEARING, "Temperature of the gearbox's high-speed shaft bearing"),
                temperature(name, Place.WINDING, "Generator winding temperature"),
                temperature(name, Place.GENERATOR_BEARING, "Generator bearing temperature"));
        burst = new PlantVariable(new Tag(name + ".WTRM.VibBurst", "Acceleration at the gearbox's high-speed shaft: " + LENGTH
                + " values at " + (int) RATE + " Hz", burst(), Unit.METRE_PER_SECOND_SQUARED, -100, 100), null);
    }

    private static PlantVariable temperature(String name, Place place, String title) {
        return new PlantVariable(new Tag(name + '.' + place.measured(), title, KELVIN, Unit.KELVIN, 230, 450), null);
    }

    List<PlantVariable> variables() {
        return List.of(places.get(0), places.get(1), places.get(2), places.get(3), burst);
    }

    /** Blows of a damaged outer race in m/s2, 0 for a sound one. */
    void damageBearing(double acceleration) {
        blow = acceleration;
    }

    private double[] losses() {
        return network.losses(turbine.power() / DESIGN.driveTrain().generatorEfficiency(), turbine.rotorSpeed() / DESIGN.ratedSpeed());
    }

    /** Goes on by {@code step} s in air of so many degrees Celsius. */
    void advance(double air, double step) {
        double[] heat = losses();
        double friction = turbine.faults().friction() * turbine.rotorSpeed();
        heat[Place.GEARBOX_OIL.ordinal()] += (1 - BEARING_SHARE) * friction;
        heat[Place.GEARBOX_BEARING.ordinal()] += BEARING_SHARE * friction;
        network.advance(temperatures, heat, air, 1, step);
    }

    /** Time in s. */
    void publish(double time, DateTime now) {
        for (int i = 0; i < temperatures.length; i++) {
            places.get(i).publish(temperatures[i] + KELVIN, now);
        }
        if (time >= nextBurst) {
            nextBurst = time + BURST_INTERVAL;
            burst.publish(burst(), now);
        }
    }

    private Float[] burst() {
        double friction = turbine.faults().friction() * turbine.rotorSpeed() / (THERMAL.gearLoss() * THERMAL.ratedPower());
        double load = turbine.generatorTorque() * DESIGN.driveTrain().gearRatio() / DESIGN.ratedTorque();
        double[] values = source.burst(RATE, LENGTH, turbine.generatorSpeed() / (2 * Math.PI), load, friction,
                blow > 0 ? BearingPart.OUTER_RACE : null, blow).values();
        Float[] array = new Float[values.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = (float) (Math.round(values[i] * RESOLUTION) / RESOLUTION);
        }
        return array;
    }
}
