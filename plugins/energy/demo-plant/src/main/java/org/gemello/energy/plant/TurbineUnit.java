package org.gemello.energy.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.gemello.energy.plant.Tag.Unit;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.TurbineFaults;
import org.gemello.energy.wake.WakeSource;
import org.gemello.energy.wind.WindSeries;

/** One turbine of the farm: physics, and the variables by which its controller shows it. Speaks units of the SI, as many do. */
final class TurbineUnit {
    static final double RATED = 5e6;
    private static final double KELVIN = 273.15;
    private static final long COUNTER = 1L << 32;
    /** Time constant in s of the wind that the wake knows of. */
    private static final double WAKE_FILTER = 10;
    private static final double FIRST_STEP = 0.01;
    private static final TurbineDesign DESIGN = Nrel5Mw.design();
    /** Heating takes moderate ice off in this time in s; real systems need an hour or more. */
    private static final double MELTING_TIME = 120;
    private final String name;
    private final int place;
    private final Weather weather;
    private final WindSeries wind;
    private final Turbine turbine;
    private final DriveTrainSensors driveTrain;
    private final List<PlantVariable> variables = new ArrayList<>();
    private final PlantVariable status;
    private final PlantVariable power;
    private final PlantVariable generatorPower;
    private final PlantVariable generatorSpeed;
    private final PlantVariable rotorSpeed;
    private final PlantVariable pitch;
    private final PlantVariable thrust;
    private final PlantVariable windSpeed;
    private final PlantVariable windDirection;
    private final PlantVariable nacelleDirection;
    private final PlantVariable[] rootMoments = new PlantVariable[TurbineFaults.BLADES];
    private final PlantVariable humidity;
    private final PlantVariable temperature;
    private final PlantVariable pressure;
    private final PlantVariable beat;
    private double speed;
    private double meanSpeed;
    private double direction;
    private double heating;
    private long beats;

    TurbineUnit(int place, Weather weather) {
        this.name = String.format("WT%02d", place);
        this.place = place;
        this.weather = weather;
        wind = weather.wind(place);
        speed = wind.at(0);
        turbine = new Turbine(DESIGN, speed, weather.density(0));
        turbine.advance(speed, weather.density(0), FIRST_STEP);
        direction = Math.toRadians(weather.direction(0));
        turbine.turnNacelle(direction);
        meanSpeed = speed;
        driveTrain = new DriveTrainSensors(name, place, turbine, weather.temperature(0));
        variables.addAll(driveTrain.variables());
        status = add("WTUR.State", "Operating state: 0 storm, 1 idling, 2 producing", 1, Unit.NONE, 0, 2);
        power = add("WTUR.W", "Active power", 0.0, Unit.WATT, -200_000, 6e6);
        generatorPower = add("WGEN.W", "Generator power", 0.0, Unit.WATT, -200_000, 6e6);
        generatorSpeed = add("WGEN.Spd", "Generator speed", 0.0, Unit.RADIAN_PER_SECOND, 0, 200);
        rotorSpeed = add("WROT.RotSpd", "Rotor speed", 0.0, Unit.RADIAN_PER_SECOND, 0, 2);
        pitch = add("WROT.PtAngVal", "Pitch angle as the controller knows it", 0.0, Unit.RADIAN, -0.1, 1.6);
        thrust = add("WROT.Thrust", "Rotor thrust, from strain gauges at the tower", 0.0, Unit.NEWTON, -5e6, 1e7);
        windSpeed = add("WNAC.WdSpd", "Wind speed at the nacelle", speed, Unit.METRE_PER_SECOND, 0, 75);
        windDirection = add("WNAC.WdDir", "Wind direction at the nacelle", 0.0, Unit.DEGREE, 0, 360);
        nacelleDirection = add("WNAC.NacDir", "Nacelle direction", 245.0, Unit.DEGREE, 0, 360);
        for (int i = 0; i < rootMoments.length; i++) {
            rootMoments[i] = add("WROT.BlRtMom" + (i + 1), "Flapwise moment at the root of blade " + (i + 1), 0.0, Unit.NEWTON_METRE, -5e7,
                    5e7);
        }
        humidity = add("WMET.EnvHum", "Relative humidity", 71.0, Unit.PERCENT, 0, 100);
        temperature = add("WMET.EnvTmp", "Air temperature", KELVIN, Unit.KELVIN, 220, 340);
        pressure = add("WMET.EnvPres", "Air pressure", 101_325.0, Unit.PASCAL, 50_000, 110_000);
        beat = add("WTUR.Beat", "Life counter: one up in every cycle of the controller", Unsigned.uint(0), Unit.NONE, 0, COUNTER - 1);
        addWritable("WTUR.SetW", "Power not to be exceeded", RATED, Unit.WATT, RATED, turbine::limitPower);
        addWritable("WROT.SetPtAng", "Lowest pitch angle", 0, Unit.DEGREE, 20, angle -> turbine.limitPitch(Math.toRadians(angle)));
        addController();
        addFaults();
    }

    /** Set points by which the controller is adapted. */
    private void addController() {
        for (int i = 0; i < TurbineFaults.BLADES; i++) {
            int blade = i;
            addWritable("WROT.SetPtCor" + (i + 1), "Correction of the pitch of blade " + (i + 1), 0, Unit.DEGREE, -5, 5,
                    angle -> turbine.correctPitch(blade, Math.toRadians(angle)));
        }
        addWritable("WGEN.SetTrqGain", "Gain of the optimal torque, share of the design's", 100, Unit.PERCENT, 80, 110,
                percent -> turbine.setTorqueGain(percent / 100));
        addWritable("WYAW.SetOff", "Offset added to the vane", 0, Unit.DEGREE, -30, 30,
                angle -> turbine.setYawOffset(Math.toRadians(angle)));
        addWritable("WROT.SetSpd", "Highest rotor speed, share of the design's", 100, Unit.PERCENT, 75, 100,
                percent -> turbine.limitSpeed(percent / 100));
        addWritable("WROT.SetHeat", "Heating of the blades", 0, Unit.PERCENT, 0, 100, percent -> heating = percent / 100);
    }

    /** What is wrong with the turbine, for whoever tries the platform. */
    private void addFaults() {
        addWritable("Sim.PitchFault", "Simulation: blades stand so much further towards feather than the controller knows", 0,
                Unit.DEGREE, 20, angle -> turbine.injectPitchFault(Math.toRadians(angle)));
        addWritable("Sim.BladeFault", "Simulation: the second blade alone stands so much further towards feather", 0, Unit.DEGREE, 20,
                angle -> turbine.faults().setPitch(1, Math.toRadians(angle)));
        addWritable("Sim.Ice", "Simulation: ice on the blades; 1 is moderate. Heating melts that in two minutes", 0, Unit.NONE, 2,
                thickness -> turbine.faults().setIce(thickness));
        addWritable("Sim.Friction", "Simulation: torque that the gearbox takes beyond what it should, percent of rated torque", 0,
                Unit.PERCENT, 10, percent -> turbine.faults().setFriction(percent / 100 * DESIGN.ratedTorque()));
        addWritable("Sim.BearingFault", "Simulation: blows of a damaged outer race of the gearbox's high-speed shaft bearing", 0,
                Unit.METRE_PER_SECOND_SQUARED, 20, driveTrain::damageBearing);
    }

    private PlantVariable add(String point, String title, Object initial, Unit unit, double low, double high) {
        PlantVariable variable = new PlantVariable(new Tag(name + '.' + point, title, initial, unit, low, high), null);
        variables.add(variable);
        return variable;
    }

    /** Clients write from their own threads, the physics runs in the plant's: the turbine is guarded by this unit. */
    private void addWritable(String point, String title, double initial, Unit unit, double high, DoubleConsumer effect) {
        addWritable(point, title, initial, unit, 0, high, effect);
    }

    private void addWritable(String point, String title, double initial, Unit unit, double low, double high, DoubleConsumer effect) {
        variables.add(new PlantVariable(new Tag(name + '.' + point, title, initial, unit, low, high), value -> {
            synchronized (this) {
                effect.accept(value);
            }
        }));
    }

    List<PlantVariable> variables() {
        return variables;
    }

    /**
     * Goes on by one step, both in s.
     *
     * @param wake of the turbines ahead
     */
    synchronized void advance(double time, double step, WakeEffect wake) {
        speed = wake.on(wind.at(time), weather.meanWind());
        meanSpeed += (1 - Math.exp(-step / WAKE_FILTER)) * (speed - meanSpeed);
        direction = Math.toRadians(weather.direction(time));
        turbine.advance(speed, direction, weather.density(time), step);
        driveTrain.advance(weather.temperature(time), step);
        if (heating > 0 && turbine.faults().ice() > 0) {
            turbine.faults().setIce(Math.max(turbine.faults().ice() - heating * step / MELTING_TIME, 0));
        }
    }

    /** The wake that it leaves now; turbulence as an intensity. */
    synchronized WakeSource wake(double time, double turbulence) {
        double force = 0.5 * weather.density(time) * DESIGN.area() * meanSpeed * meanSpeed;
        double yaw = Math.IEEEremainder(turbine.nacelleDirection() - direction, 2 * Math.PI);
        return new WakeSource(DESIGN.radius(), force > 0 ? turbine.thrust() / force : 0, turbulence, yaw);
    }

    synchronized void publish(double time, DateTime now) {
        status.publish(turbine.status().code(), now);
        power.publish(turbine.power(), now);
        generatorPower.publish(turbine.power(), now);
        generatorSpeed.publish(turbine.generatorSpeed(), now);
        rotorSpeed.publish(turbine.rotorSpeed(), now);
        pitch.publish(turbine.pitch(), now);
        thrust.publish(turbine.thrust(), now);
        windSpeed.publish(speed, now);
        windDirection.publish(weather.vane(time, place), now);
        nacelleDirection.publish((Math.toDegrees(turbine.nacelleDirection()) + 360) % 360, now);
        for (int i = 0; i < rootMoments.length; i++) {
            rootMoments[i].publish(turbine.rootMoment(i), now);
        }
        driveTrain.publish(time, now);
        humidity.publish(weather.humidity(time), now);
        temperature.publish(weather.temperature(time) + KELVIN, now);
        pressure.publish(weather.pressure(time) * 100, now);
    }

    void beat(DateTime now) {
        beats = (beats + 1) % COUNTER;
        beat.publish(UInteger.valueOf(beats), now);
    }
}
