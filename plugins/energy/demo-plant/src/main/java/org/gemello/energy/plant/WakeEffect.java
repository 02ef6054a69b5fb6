package org.gemello.energy.plant;

/**
 * What wakes do to the wind of a turbine.
 *
 * @param deficit share of the wind that is missing, 0 to 1
 * @param gusts   factor by which the wind fluctuates more
 */
record WakeEffect(double deficit, double gusts) {
    static final WakeEffect NONE = new WakeEffect(0, 1);

    /** Wind at the rotor from that ahead of the farm, both in m/s. */
    double on(double wind, double mean) {
        return Math.max(mean + gusts * (wind - mean), 0) * (1 - deficit);
    }
}
