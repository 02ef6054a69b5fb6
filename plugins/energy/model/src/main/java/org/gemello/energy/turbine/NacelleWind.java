package org.gemello.energy.turbine;

import org.gemello.energy.rotor.RotorLoads;

/**
 * Free wind ahead of a turbine from the wind behind its rotor. The anemometer stands in the slowed stream:
 * nacelle wind = free wind (1 - share x a), with the induction a of the whole rotor from its thrust coefficient by momentum theory, and
 * Buhl's relation where the thrust is high. What the hub and the nacelle add is in the share, which is found at the site by comparison
 * with a mast (IEC 61400-12-2). For one thread.
 */
public final class NacelleWind {
    private static final int ROUNDS = 12;
    private final TurbineDesign design;
    private final double share;
    private final RotorLoads loads = new RotorLoads();

    /** @param share of the induction that the anemometer sees: 0 where it tells free wind already, 1 in the plane of the rotor, up to 2 */
    public NacelleWind(TurbineDesign design, double share) {
        if (!(share >= 0 && share <= 2)) {
            throw new IllegalArgumentException("nacelleInduction is " + share + ", it must be from 0 to 2");
        }
        this.design = design;
        this.share = share;
    }

    /** Free wind in m/s. Nacelle wind in m/s, rotor speed in rad/s, pitch in rad. */
    public double free(double nacelle, double rotorSpeed, double pitch) {
        if (share == 0 || !(nacelle > 0)) {
            return nacelle;
        }
        double wind = nacelle;
        for (int i = 0; i < ROUNDS; i++) {
            // the mean of two rounds: without it the loop swings where the thrust is high
            wind = (wind + nacelle / (1 - share * induction(wind, rotorSpeed, pitch))) / 2;
        }
        return wind;
    }

    /** Wind at the anemometer in m/s from free wind. */
    public double nacelle(double free, double rotorSpeed, double pitch) {
        return free * (1 - share * induction(free, rotorSpeed, pitch));
    }

    private double induction(double wind, double rotorSpeed, double pitch) {
        design.rotor().solve(wind, rotorSpeed, pitch, 0, 1, loads);
        double thrust = Math.min(Math.max(loads.thrustCoefficient(wind, 1, design.area()), 0), 1.2);
        // momentum theory up to a = 0.4, Buhl's parabola without loss beyond
        return thrust < 0.96 ? (1 - Math.sqrt(1 - thrust)) / 2 : (2 + 3 * Math.sqrt(14 * thrust - 12)) / 14;
    }
}
