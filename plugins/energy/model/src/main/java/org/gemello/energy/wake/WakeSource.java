package org.gemello.energy.wake;

/**
 * A turbine that leaves a wake.
 *
 * @param radius            of its rotor in m
 * @param thrustCoefficient referred to the wind that it gets, 0 to below 1
 * @param turbulence        intensity of the wind that it gets, without unit
 * @param yaw               nacelle less wind direction in rad, positive clockwise seen from above
 */
public record WakeSource(double radius, double thrustCoefficient, double turbulence, double yaw) {
    /** Momentum theory ends at 1; what is above is a turbulent wake state that no model here knows. */
    private static final double MOST_THRUST = 0.96;

    public WakeSource {
        thrustCoefficient = Math.min(Math.max(thrustCoefficient, 0), MOST_THRUST);
    }

    /** Of the rotor, in m. */
    public double diameter() {
        return 2 * radius;
    }

    /** Axial induction by momentum theory. */
    public double induction() {
        return (1 - Math.sqrt(1 - thrustCoefficient)) / 2;
    }
}
