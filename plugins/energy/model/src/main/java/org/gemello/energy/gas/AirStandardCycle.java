package org.gemello.energy.gas;

/** Simple Brayton cycle with heat from outside and no loss of pressure (Cengel and Boles, Thermodynamics, section 9-8). */
public final class AirStandardCycle {
    private AirStandardCycle() {
    }

    /** Thermal efficiency with cp(T) of a gas: inlet and turbine inlet in K, pressure ratio, isentropic efficiencies. */
    public static double efficiency(Gas gas, double inlet, double turbineInlet, double ratio, double compressor, double turbine) {
        double compressed = gas.enthalpy(gas.compressed(inlet, ratio, compressor));
        double hot = gas.enthalpy(turbineInlet);
        double expanded = gas.enthalpy(gas.expanded(turbineInlet, ratio, turbine));
        return (hot - expanded - compressed + gas.enthalpy(inlet)) / (hot - compressed);
    }

    /** Thermal efficiency of the ideal cycle with a constant ratio of heat capacities. */
    public static double idealEfficiency(double ratio, double heatCapacityRatio) {
        return 1 - Math.pow(ratio, -(heatCapacityRatio - 1) / heatCapacityRatio);
    }
}
