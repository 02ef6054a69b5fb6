package org.gemello.energy.thermal;

/** When a temperature reaches its limit if load, air and the heat that should not be stay as they are. */
final class Outlook {
    private static final double STEP = 60;
    private static final double HORIZON = 24 * 3600;
    private final ThermalDesign design;
    private final ThermalNetwork network;

    Outlook(ThermalDesign design, ThermalNetwork network) {
        this.design = design;
        this.network = network;
    }

    /**
     * @param place        whose limit counts
     * @param temperatures now, in degrees Celsius
     * @param heat         of a sound drive train in W
     * @param extra        heat beyond that in W
     * @return seconds; infinite where the limit is not reached within a day
     */
    double until(Place place, double[] temperatures, double[] heat, double[] extra, double ambient) {
        double[] ahead = temperatures.clone();
        double[] all = new double[heat.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = heat[i] + extra[i];
        }
        for (double time = 0; time < HORIZON; time += STEP) {
            if (ahead[place.ordinal()] >= design.body(place).limit()) {
                return time;
            }
            network.advance(ahead, all, ambient, 1, STEP);
        }
        return Double.POSITIVE_INFINITY;
    }
}
