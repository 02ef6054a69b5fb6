package org.gemello.energy.wake;

/**
 * Turbulence that a wake adds: A. Crespo, J. Hernandez, J. Wind Eng. Ind. Aerodyn. 61 (1996) 71, eq. 21, for 5 to 15 diameters behind the
 * turbine, inductions of 0.1 to 0.4 and intensities of 0.07 to 0.14; the nearest distance stands for shorter ones. What several wakes add
 * is not summed: the strongest counts, by the share of the rotor that it covers (Niayifar and Porte-Agel 2016, eq. 19).
 */
public final class AddedTurbulence {
    private static final double NEAREST = 5;

    private AddedTurbulence() {
    }

    /** Intensity added in the wake at a distance in m, to be added by squares to the ambient one. */
    static double behind(WakeSource source, double ambient, double downstream) {
        double diameters = Math.max(downstream / source.diameter(), NEAREST);
        return 0.73 * Math.pow(source.induction(), 0.8325) * Math.pow(ambient, -0.0325) * Math.pow(diameters, -0.32);
    }

    /**
     * What a wake adds to the turbulence of a rotor that may lie partly in it.
     *
     * @param lateral place of the rotor in m, as in {@link WakeModel#deficit}
     * @param radius  of the rotor in m
     */
    public static double at(WakeModel model, WakeSource source, double ambient, double downstream, double lateral, double radius) {
        double aside = Math.abs(lateral - model.deflection(source, downstream));
        double share = Disc.overlap(model.edge(source, downstream), radius, aside) / (Math.PI * radius * radius);
        return share * behind(source, ambient, downstream);
    }
}
