package org.gemello.energy.twin;

import org.gemello.energy.signal.Hysteresis;

/**
 * How a wind turbine's twin judges.
 *
 * @param windFilter   time constant in s over which the rotor's inertia smooths the wind
 * @param residualMean time constant in s of the means that are compared
 * @param raiseBelow   residual in percent below which the turbine underperforms
 * @param raiseAfter   for so many seconds
 * @param clearAbove   residual in percent above which it is well again
 * @param clearAfter   for so many seconds
 * @param stuckAfter   seconds without any change after which the wind sensor counts as stuck
 * @param nacelleInduction share of the rotor's induction that the anemometer sees, see {@link org.gemello.energy.turbine.NacelleWind}
 */
public record TwinSettings(double windFilter, double residualMean, double raiseBelow, double raiseAfter, double clearAbove,
                           double clearAfter, double stuckAfter, double nacelleInduction) {
    public static final TwinSettings DEFAULT = new TwinSettings(5, 60, -8, 60, -5, 60, 60, 0);

    /** @throws IllegalArgumentException where a value makes no sense; the message names it */
    public TwinSettings {
        if (!(windFilter > 0) || !(residualMean > 0) || !(stuckAfter > 0)) {
            throw new IllegalArgumentException("windFilter (" + windFilter + " s), residualMean (" + residualMean + " s) and stuckAfter ("
                    + stuckAfter + " s) must be above 0");
        }
        if (!(nacelleInduction >= 0 && nacelleInduction <= 2)) {
            throw new IllegalArgumentException("nacelleInduction is " + nacelleInduction + ", it must be from 0 to 2");
        }
        new Hysteresis.Limits(raiseBelow, raiseAfter, clearAbove, clearAfter);
    }

    Hysteresis.Limits limits() {
        return new Hysteresis.Limits(raiseBelow, raiseAfter, clearAbove, clearAfter);
    }
}
