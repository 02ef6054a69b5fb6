package org.gemello.energy.solar;

/**
 * Inverter with the part-load curve of PVWatts version 5 (A. Dobos, NREL/TP-6A20-62641, equations 8 to 11).
 *
 * @param rated      largest AC power in W
 * @param efficiency nominal, 0..1, at full load
 */
public record Inverter(double rated, double efficiency) {
    public Inverter {
        if (!(rated > 0 && efficiency > 0 && efficiency <= 1)) {
            throw new IllegalArgumentException("inverter: rated power " + rated + " W above 0, efficiency " + efficiency + " in 0..1");
        }
    }

    /** AC power in W without the limit of the rating. */
    public double unlimited(double dc) {
        double load = dc * efficiency / rated;
        return dc <= 0 ? 0 : Math.max(0, dc * efficiency / 0.9637 * (-0.0162 * load - 0.0059 / load + 0.9858));
    }

    /** AC power in W. */
    public double output(double dc) {
        return Math.min(rated, unlimited(dc));
    }
}
