package org.gemello.energy.wake;

/** How the wake of one turbine looks, and how wakes add up. Implementations are immutable. */
public interface WakeModel {

    /**
     * Mean deficit of the wind over the rotor of another turbine.
     *
     * @param downstream distance in m along the wind, above 0
     * @param lateral    place of the other rotor in m, positive to the left for whoever looks down the wind
     * @param radius     of the other rotor in m
     * @return share that is missing, 0 to 1, see {@link #superposition}
     */
    double deficit(WakeSource source, double downstream, double lateral, double radius);

    /** How the deficits of several wakes make one. */
    Superposition superposition();

    /** Radius in m of the wake at a distance (m): so far it adds turbulence. */
    double edge(WakeSource source, double downstream);

    /** Place of the wake's middle in m at a distance (m), positive to the left looking down the wind. */
    default double deflection(WakeSource source, double downstream) {
        return 0;
    }

    /** How the deficits of several wakes make one. */
    enum Superposition {
        /** Root of the sum of squares of deficits that refer to the free wind: I. Katic, J. Hojstrup, N. O. Jensen, EWEC 1986. */
        QUADRATIC,
        /** Sum of speeds, each deficit referred to the wind of its turbine: A. Niayifar, F. Porte-Agel, Energies 9 (2016) 741, eq. 11. */
        LINEAR
    }
}
