package org.gemello.energy.steam;

/**
 * One state of water or steam.
 *
 * @param pressure MPa, absolute
 * @param temperature K
 * @param volume specific volume, m3/kg
 * @param enthalpy specific enthalpy, kJ/kg; zero reference after IAPWS-IF97 (internal energy of the liquid at the triple point)
 * @param entropy specific entropy, kJ/(kg K)
 * @param quality mass share of vapour in the two-phase region, 0 to 1; NaN for a single phase
 */
public record WaterState(double pressure, double temperature, double volume, double enthalpy, double entropy, double quality) {
    /** True if liquid and vapour are present together. */
    public boolean wet() {
        return !Double.isNaN(quality);
    }

    /** The mixture of this saturated liquid with saturated vapour of the same pressure. */
    WaterState mixed(WaterState vapour, double share) {
        return new WaterState(pressure, temperature, volume + share * (vapour.volume - volume),
            enthalpy + share * (vapour.enthalpy - enthalpy), entropy + share * (vapour.entropy - entropy), share);
    }
}
