package org.gemello.energy.thermal;

import java.util.List;

/**
 * A drive train as a network of lumped heat capacities: oil and winding are cooled by the air, the gearbox bearing by the oil, the
 * generator bearing by the air and heated by the winding beside it. Losses: of the gearbox a share of the power and a part that goes with
 * speed (no-load loss, ISO/TR 14179-2 has both), of the bearings with speed and torque, of the generator a share of the power.
 *
 * @param ratedPower   mechanical, in W
 * @param gearLoss     share of the mechanical power that gears turn into heat
 * @param churning     no-load loss of the gearbox at rated speed in W; it goes with the square of the speed
 * @param bearingLoss  of the gearbox bearing at rated speed and torque in W; half of it goes with speed alone
 * @param windingLoss  share of the mechanical power that heats the winding
 * @param otherBearing of the generator bearing at rated speed in W; it goes with speed
 * @param link         conductance between winding and generator bearing in W/K
 * @param bodies       one for each {@link Place}, in its order
 */
public record ThermalDesign(double ratedPower, double gearLoss, double churning, double bearingLoss, double windingLoss,
                            double otherBearing, double link, List<Body> bodies) {
    public ThermalDesign {
        bodies = List.copyOf(bodies);
        if (bodies.size() != Place.values().length) {
            throw new IllegalArgumentException("a drive train has " + Place.values().length + " bodies, not " + bodies.size());
        }
    }

    /**
     * A lumped heat capacity.
     *
     * @param capacity    in J/K
     * @param conductance to what cools it, in W/K
     * @param limit       temperature at which the turbine's controller stops it, in degrees Celsius
     */
    public record Body(double capacity, double conductance, double limit) {
    }

    Body body(Place place) {
        return bodies.get(place.ordinal());
    }

    /**
     * Heat in W that a sound drive train makes in each place.
     *
     * @param power mechanical, in W
     * @param speed by rated speed
     */
    double[] losses(double power, double speed) {
        double load = Math.max(power, 0);
        double torque = speed > 0.05 ? Math.min(load / ratedPower / speed, 2) : 0;
        double[] heat = new double[Place.values().length];
        heat[Place.GEARBOX_OIL.ordinal()] = gearLoss * load + churning * speed * speed;
        heat[Place.GEARBOX_BEARING.ordinal()] = bearingLoss * speed * (1 + torque) / 2;
        heat[Place.WINDING.ordinal()] = windingLoss * load;
        heat[Place.GENERATOR_BEARING.ordinal()] = otherBearing * speed;
        return heat;
    }
}
