package org.gemello.energy.wake;

/**
 * How a turbine is run.
 *
 * @param yaw        nacelle less wind direction in rad, positive clockwise seen from above, -1 to 1
 * @param powerLimit in kW; infinite where there is none
 * @param runs       false where it stands still and leaves no wake
 */
public record Operation(double yaw, double powerLimit, boolean runs) {
    /** Facing the wind, as hard as it can. */
    public static final Operation NORMAL = new Operation(0, Double.POSITIVE_INFINITY, true);
    public static final Operation STOPPED = new Operation(0, 0, false);
    private static final int HALVINGS = 40;

    /** @throws IllegalArgumentException where a value makes no sense */
    public Operation {
        if (!(Math.abs(yaw) <= 1) || !(powerLimit >= 0)) {
            throw new IllegalArgumentException("yaw is " + yaw + " rad and the power limit " + powerLimit
                    + " kW; yaw must be from -1 to 1 and the limit not below 0");
        }
    }

    /** Power in kW in this wind (m/s): the wind along the rotor's axis counts, as in the rotor model. */
    double power(TurbineCurve curve, double wind) {
        return runs ? Math.min(curve.power(wind * Math.cos(yaw)), powerLimit) : 0;
    }

    /**
     * Thrust coefficient referred to this wind (m/s). A turbine that is held back pitches its blades and takes less from the wind: its
     * induction follows from the share of its power by momentum theory, power going with a (1 - a)^2 and thrust with a (1 - a).
     */
    double thrust(TurbineCurve curve, double wind) {
        double along = wind * Math.cos(yaw);
        double full = runs ? curve.power(along) : 0;
        if (!(full > 0)) {
            return runs ? curve.thrustCoefficient(along) : 0;
        }
        double thrust = curve.thrustCoefficient(along);
        return full <= powerLimit ? thrust : heldBack(thrust, powerLimit / full);
    }

    private static double heldBack(double thrust, double share) {
        double induction = Math.min((1 - Math.sqrt(1 - Math.min(thrust, 1))) / 2, 1.0 / 3);
        double wanted = share * induction * (1 - induction) * (1 - induction);
        double low = 0;
        double high = induction;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (middle * (1 - middle) * (1 - middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 4 * low * (1 - low);
    }
}
