package org.gemello.energy.twin;

import org.gemello.energy.rotor.Rotor;
import org.gemello.energy.turbine.OperatingPoint;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.SteadyState;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Estimate.Conditions;

/**
 * What a turbine does in steady conditions: as designed, by its power curve where it is not held back (corrected for the density of the air
 * after IEC 61400-12-1) and by the balance of its torques where it is; and with what has drifted in it.
 */
final class Expectation {
    /** A power limit beyond this share of rated power holds nothing back. */
    private static final double FREE = 0.9999;
    private final TurbineDesign design;
    private final SteadyCurve curve;

    Expectation(TurbineDesign design) {
        this.design = design;
        this.curve = SteadyCurve.of(design);
    }

    boolean covers(double wind) {
        return curve.covers(wind);
    }

    /** Rotor speed in rad/s at the density to which the turbine's figures refer; wind in m/s. */
    double rotorSpeed(double wind) {
        return curve.rotorSpeed(wind, design.operation().density());
    }

    OperatingPoint designed(Conditions conditions) {
        double along = conditions.along();
        boolean free = conditions.powerLimit() > FREE * design.ratedPower() && conditions.leastPitch() <= 0;
        return free || !curve.covers(along) ? curve.at(along, conditions.density()) : balance(conditions, design.rotor());
    }

    /** With the drift that is present. */
    OperatingPoint adapted(Conditions conditions, Drift drift) {
        if (!curve.covers(conditions.along())) {
            return curve.at(conditions.along(), conditions.density());
        }
        return balance(conditions, drift.rotor(design, conditions.correction()));
    }

    private OperatingPoint balance(Conditions conditions, Rotor rotor) {
        return new SteadyState(design, rotor, conditions.density())
                .at(conditions.along(), conditions.powerLimit(), conditions.leastPitch());
    }
}
