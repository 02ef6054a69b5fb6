package org.gemello.energy.steam;

import org.gemello.energy.fit.WeightedFit;
import org.gemello.energy.steam.SteamPlant.Balance;
import org.gemello.energy.steam.SteamPlant.Condition;

/**
 * Which part of a steam plant drifted: condenser pressure, efficiency of each section and gland leakage from five measurements.
 * The wet exhaust of the low-pressure section cannot be measured; its efficiency follows from power and condenser duty.
 */
public final class SteamPlantDrift {
    private static final double[] PRIOR_DEVIATION = {0.01, 0.05, 0.05, 0.02};
    private static final double PRESSURE_FLOOR = 0.001;
    private final SteamPlant plant;
    private final WeightedFit fit;

    /** The condition of the plant as new, and the standard deviation of each measurement. */
    public SteamPlantDrift(SteamPlant plant, Condition expected, Measurement deviation) {
        this.plant = plant;
        fit = new WeightedFit(new double[] {expected.condenserPressure(), expected.highEfficiency(), expected.lowEfficiency(),
            expected.leakage()}, PRIOR_DEVIATION, deviation.vector());
    }

    /** The present condition and the standard deviation of each of its values. */
    public Drift estimate(Measurement measured) {
        WeightedFit.Result result = fit.solve(x -> Measurement.of(plant.balance(physical(x))).vector(), measured.vector());
        return new Drift(physical(result.parameters()), condition(result.deviations()));
    }

    private static Condition physical(double[] x) {
        return condition(new double[] {Math.max(PRESSURE_FLOOR, x[0]), x[1], x[2], x[3]});
    }

    private static Condition condition(double[] x) {
        return new Condition(x[0], x[1], x[2], x[3]);
    }

    /**
     * What is measured.
     *
     * @param highExhaust temperature at the exhaust of the high-pressure blades, before the leak joins, K
     * @param coldReheat temperature at the inlet of the reheater, K
     * @param condensate temperature of the condensate, K
     * @param netPower electrical, kW
     * @param rejectedHeat cooling-water flow times its heating, kW
     */
    public record Measurement(double highExhaust, double coldReheat, double condensate, double netPower, double rejectedHeat) {
        /** What a plant with this balance would show. */
        public static Measurement of(Balance balance) {
            return new Measurement(balance.highExhaust().temperature(), balance.coldReheat().temperature(),
                balance.condensate().temperature(), balance.netPower(), balance.rejectedHeat());
        }

        double[] vector() {
            return new double[] {highExhaust, coldReheat, condensate, netPower, rejectedHeat};
        }
    }

    /** Present condition and the standard deviation of each value in the same units. */
    public record Drift(Condition condition, Condition deviation) {
    }
}
