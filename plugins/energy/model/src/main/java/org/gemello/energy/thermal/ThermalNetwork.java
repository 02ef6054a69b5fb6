package org.gemello.energy.thermal;

/** Balances of heat of the bodies of a {@link ThermalDesign}. Temperatures in degrees Celsius, in the order of {@link Place}. */
public final class ThermalNetwork {
    /** Longest step in s; the fastest body shipped has a time constant of minutes. */
    private static final double STEP = 10;
    private static final int OIL = Place.GEARBOX_OIL.ordinal();
    private static final int BEARING = Place.GEARBOX_BEARING.ordinal();
    private static final int WINDING = Place.WINDING.ordinal();
    private static final int OTHER = Place.GENERATOR_BEARING.ordinal();
    private final ThermalDesign design;

    public ThermalNetwork(ThermalDesign design) {
        this.design = design;
    }

    /**
     * Goes on in explicit steps of up to ten seconds.
     *
     * @param temperatures are changed
     * @param heat         of each body in W
     * @param ambient      of the air in degrees Celsius
     * @param cooling      share of the cooler's conductance that is there: 1 of a clean one
     */
    public void advance(double[] temperatures, double[] heat, double ambient, double cooling, double seconds) {
        int steps = Math.max(1, (int) Math.ceil(seconds / STEP));
        double[] rates = new double[temperatures.length];
        for (int i = 0; i < steps; i++) {
            for (Place place : Place.values()) {
                rates[place.ordinal()] = (heat[place.ordinal()] - loss(place, temperatures, ambient, cooling)) / design.body(place)
                        .capacity();
            }
            for (int k = 0; k < rates.length; k++) {
                temperatures[k] += rates[k] * seconds / steps;
            }
        }
    }

    /** Heat in W that leaves a body. */
    double loss(Place place, double[] temperatures, double ambient, double cooling) {
        double own = temperatures[place.ordinal()];
        double conductance = design.body(place).conductance();
        double across = design.link() * (temperatures[WINDING] - temperatures[OTHER]);
        double toOil = design.body(Place.GEARBOX_BEARING).conductance() * (temperatures[BEARING] - temperatures[OIL]);
        return switch (place) {
            case GEARBOX_OIL -> cooling * conductance * (own - ambient) - toOil;
            case GEARBOX_BEARING -> toOil;
            case WINDING -> conductance * (own - ambient) + across;
            case GENERATOR_BEARING -> conductance * (own - ambient) - across;
        };
    }

    /** Temperatures at rest under this heat. */
    public double[] steady(double[] heat, double ambient) {
        double[] steady = new double[Place.values().length];
        steady[OIL] = ambient + (heat[OIL] + heat[BEARING]) / design.body(Place.GEARBOX_OIL).conductance();
        steady[BEARING] = steady[OIL] + heat[BEARING] / design.body(Place.GEARBOX_BEARING).conductance();
        double winding = design.body(Place.WINDING).conductance();
        double other = design.body(Place.GENERATOR_BEARING).conductance();
        double link = design.link();
        double determinant = (winding + link) * (other + link) - link * link;
        steady[WINDING] = ambient + (heat[WINDING] * (other + link) + heat[OTHER] * link) / determinant;
        steady[OTHER] = ambient + (heat[OTHER] * (winding + link) + heat[WINDING] * link) / determinant;
        return steady;
    }

    /** Heat of a sound drive train; see {@link ThermalDesign#losses}. */
    public double[] losses(double power, double speed) {
        return design.losses(power, speed);
    }
}
