package org.gemello.energy.turbine;

/**
 * Electrical power over wind, linear between steps of 0.1 m/s. Other densities after IEC 61400-12-1 for turbines with active
 * control of power: the wind is normalised by the cube root of the density ratio.
 */
public final class PowerCurve {
    private static final double STEP = 0.1;
    private final TurbineDesign design;
    private final double density;
    private final double[] power;

    private PowerCurve(TurbineDesign design, double density, double[] power) {
        this.design = design;
        this.density = density;
        this.power = power;
    }

    /** @param density at which the steady points are computed, in kg/m3 */
    public static PowerCurve of(TurbineDesign design, double density) {
        SteadyState steady = new SteadyState(design, density);
        double[] power = new double[(int) Math.round(design.cutOut() / STEP) + 1];
        for (int i = 0; i < power.length; i++) {
            power[i] = steady.at(i * STEP).power();
        }
        return new PowerCurve(design, density, power);
    }

    /** Expected power in W: 0 below cut-in and above cut-out. Wind in m/s, density of the air in kg/m3. */
    public double at(double wind, double airDensity) {
        double normalised = wind * Math.cbrt(airDensity / density);
        if (!(wind >= design.cutIn() && wind < design.cutOut())) {
            return 0;
        }
        double place = Math.min(normalised / STEP, power.length - 1.0);
        int below = Math.min((int) place, power.length - 2);
        return power[below] + (place - below) * (power[below + 1] - power[below]);
    }
}
