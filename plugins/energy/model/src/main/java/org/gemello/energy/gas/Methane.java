package org.gemello.energy.gas;

/** The fuel. */
final class Methane {
    /** J/kg at 298.15 K: enthalpy of formation of -74.6 kJ/mol (Active Thermochemical Tables) over 16.0425 g/mol. */
    static final double ENTHALPY = -74.6e3 / 0.0160425;
    /** J/kg, lower heating value of the same data with water -241.83 and carbon dioxide -393.51 kJ/mol. */
    static final double HEATING_VALUE = (393.51e3 + 2 * 241.83e3 - 74.6e3) / 0.0160425;

    private Methane() {
    }
}
