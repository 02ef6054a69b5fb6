package org.gemello.energy.gas;

import org.gemello.energy.numeric.RootSearch;

/**
 * Off-design balance of a single-shaft gas turbine (H. I. H. Saravanamuttoo et al., Gas Turbine Theory, chapter 8): the point of
 * the compressor map is where the turbine swallows what the compressor delivers and the burner adds.
 */
public final class GasTurbine {
    private static final double LOWEST_BETA = 0;
    private static final double HIGHEST_BETA = 1;
    private final GasTurbineDesign design;
    private final CompressorMap compressor;
    private final TurbineMap turbine;
    private final double designFuel;
    private final double capacity;
    private final double expansion;

    public GasTurbine(GasTurbineDesign design, CompressorMap compressor, TurbineMap turbine) {
        this.design = design;
        this.compressor = compressor;
        this.turbine = turbine;
        double compressed = Gas.AIR.compressed(GasTurbineDesign.STANDARD_TEMPERATURE, design.pressureRatio(),
            design.compressorEfficiency());
        double ratio = RootSearch.of(f -> inlet(compressed, f) - design.turbineInlet(), 1e-4, 0.05, 1e-12);
        designFuel = ratio * design.airFlow();
        double burnerPressure = GasTurbineDesign.STANDARD_PRESSURE * design.pressureRatio() * (1 - design.combustorLoss());
        capacity = (design.airFlow() + designFuel) * Math.sqrt(design.turbineInlet()) / burnerPressure;
        expansion = burnerPressure / (GasTurbineDesign.STANDARD_PRESSURE * (1 + design.exhaustLoss()));
    }

    /** Fuel at the design point, kg/s. */
    public double designFuel() {
        return designFuel;
    }

    /** The steady flow through the machine; an error if it would be in choke or surge. */
    public GasTurbineState state(GasTurbineInput input, GasTurbineHealth health) {
        double low = mismatch(input, health, LOWEST_BETA);
        double high = mismatch(input, health, HIGHEST_BETA);
        if (low * high > 0) {
            throw new IllegalArgumentException("no operating point between choke and surge at " + input + ", " + health);
        }
        double beta = RootSearch.of(b -> mismatch(input, health, b), LOWEST_BETA, HIGHEST_BETA, 1e-11);
        return point(input, health, beta);
    }

    /** Angular acceleration of the shaft under an electrical load in W, rad/s2: the shaft balance. */
    public double acceleration(GasTurbineInput input, GasTurbineHealth health, double load) {
        return (state(input, health).shaftPower() - load / design.transmission()) / (design.inertia() * input.speed());
    }

    /** Lower heating value of the fuel that goes in, W. */
    public static double fuelHeat(GasTurbineInput input) {
        return input.fuelFlow() * Methane.HEATING_VALUE;
    }

    private double mismatch(GasTurbineInput input, GasTurbineHealth health, double beta) {
        GasTurbineState state = point(input, health, beta);
        double burnerPressure = state.compressorPressure() * (1 - design.combustorLoss());
        double swallowed = capacity * health.turbineFlow() * turbine.flow(ratio(burnerPressure, input) / expansion)
            * burnerPressure / Math.sqrt(state.turbineInlet());
        return (state.airFlow() + input.fuelFlow()) / swallowed - 1;
    }

    private GasTurbineState point(GasTurbineInput input, GasTurbineHealth health, double beta) {
        double theta = input.temperature() / GasTurbineDesign.STANDARD_TEMPERATURE;
        CompressorMap.Point point = compressor.at(input.speed() / design.speed() / Math.sqrt(theta), beta);
        double air = design.airFlow() * point.flow() * health.compressorFlow() * input.pressure()
            / GasTurbineDesign.STANDARD_PRESSURE / Math.sqrt(theta);
        double compression = 1 + (design.pressureRatio() - 1) * point.rise();
        double compressed = Gas.AIR.compressed(input.temperature(), compression,
            design.compressorEfficiency() * point.efficiency() * health.compressorEfficiency());
        double pressure = input.pressure() * compression;
        double fuel = input.fuelFlow() / air;
        double hot = inlet(compressed, fuel);
        Gas products = Gas.AIR.burned(fuel * design.combustionEfficiency());
        double ratio = ratio(pressure * (1 - design.combustorLoss()), input);
        double exhaust = products.expanded(hot, ratio,
            design.turbineEfficiency() * turbine.efficiency(ratio / expansion) * health.turbineEfficiency());
        double compressorPower = air * (Gas.AIR.enthalpy(compressed) - Gas.AIR.enthalpy(input.temperature()));
        double turbinePower = air * (1 + fuel * design.combustionEfficiency()) * (products.enthalpy(hot) - products.enthalpy(exhaust));
        double shaft = turbinePower - compressorPower;
        return new GasTurbineState(beta, air, compressed, pressure, hot, exhaust, compressorPower, turbinePower, shaft,
            shaft * design.transmission());
    }

    /** Temperature behind the burner; what does not burn is not heated either. */
    private double inlet(double compressed, double ratio) {
        double burned = ratio * design.combustionEfficiency();
        return Gas.AIR.burned(burned).temperature((Gas.AIR.enthalpy(compressed) + burned * Methane.ENTHALPY) / (1 + burned));
    }

    private double ratio(double burnerPressure, GasTurbineInput input) {
        return burnerPressure / (input.pressure() * (1 + design.exhaustLoss()));
    }
}
