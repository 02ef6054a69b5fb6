package org.gemello.energy.turbine;

import java.util.function.ToDoubleFunction;

/**
 * Steady points of a sound turbine over wind, linear between steps of 0.1 m/s. Other densities after IEC 61400-12-1 for turbines with
 * active control of power: the wind is normalised by the cube root of the density ratio.
 */
public final class SteadyCurve {
    private static final double STEP = 0.1;
    private final TurbineDesign design;
    private final OperatingPoint[] points;

    private SteadyCurve(TurbineDesign design, OperatingPoint[] points) {
        this.design = design;
        this.points = points;
    }

    public static SteadyCurve of(TurbineDesign design) {
        SteadyState steady = new SteadyState(design, design.rotor(), design.operation().density());
        OperatingPoint[] points = new OperatingPoint[(int) Math.round(design.operation().cutOut() / STEP) + 1];
        for (int i = 0; i < points.length; i++) {
            points[i] = steady.at(i * STEP);
        }
        return new SteadyCurve(design, points);
    }

    /** True where the turbine is meant to run in this wind (m/s). */
    public boolean covers(double wind) {
        return wind >= design.operation().cutIn() && wind < design.operation().cutOut();
    }

    /**
     * The point at a wind in m/s and a density of the air in kg/m3. Where it is not meant to run power, speed and thrust are 0, and the
     * blades are feathered above cut-out.
     */
    public OperatingPoint at(double wind, double density) {
        double pitch = pitch(wind, density);
        if (!covers(wind)) {
            return new OperatingPoint(wind, 0, pitch, 0, 0, Double.NaN, Double.NaN);
        }
        double power = mix(wind, density, OperatingPoint::power);
        double thrust = thrust(wind, density);
        double force = 0.5 * density * design.area() * wind * wind;
        return new OperatingPoint(wind, mix(wind, density, OperatingPoint::rotorSpeed), pitch, power, thrust,
                power / design.driveTrain().generatorEfficiency() / (force * wind), thrust / force);
    }

    /** Expected electrical power in W: 0 below cut-in and above cut-out. Wind in m/s, density of the air in kg/m3. */
    public double power(double wind, double density) {
        return covers(wind) ? mix(wind, density, OperatingPoint::power) : 0;
    }

    /** Expected rotor speed in rad/s; 0 where it is not meant to run. */
    public double rotorSpeed(double wind, double density) {
        return covers(wind) ? mix(wind, density, OperatingPoint::rotorSpeed) : 0;
    }

    /** Expected pitch in rad; fully feathered above cut-out. */
    public double pitch(double wind, double density) {
        return wind >= design.operation().cutOut() ? design.pitch().max() : mix(wind, density, OperatingPoint::pitch);
    }

    /** Expected thrust in N, that of the density; 0 where it is not meant to run. */
    public double thrust(double wind, double density) {
        if (!covers(wind)) {
            return 0;
        }
        // at the normalised wind the product of density and wind cubed is the same, thrust goes with density and wind squared
        return mix(wind, density, OperatingPoint::thrust) * Math.cbrt(density / design.operation().density());
    }

    private double mix(double wind, double density, ToDoubleFunction<OperatingPoint> quantity) {
        double normalised = wind * Math.cbrt(density / design.operation().density());
        double place = Math.min(normalised / STEP, points.length - 1.0);
        int below = Math.min((int) place, points.length - 2);
        double low = quantity.applyAsDouble(points[below]);
        return low + (place - below) * (quantity.applyAsDouble(points[below + 1]) - low);
    }
}
