package org.gemello.energy.storage;

/**
 * A storage plant as its planner sees it.
 *
 * @param lowest       energy to keep, in MWh
 * @param highest      energy it holds, in MWh, not below the lowest
 * @param charging     largest power drawn from the grid in MW, above 0
 * @param discharging  largest power delivered to the grid in MW, above 0
 * @param efficiencyIn stored share of drawn energy, above 0, up to 1
 * @param efficiencyOut delivered share of taken energy, above 0, up to 1
 * @param wear         cost of ageing per MWh delivered, 0 and more, in the currency (or kg of CO2) of the signal
 */
public record Storage(double lowest, double highest, double charging, double discharging, double efficiencyIn, double efficiencyOut,
        double wear) {
    public Storage {
        if (!(lowest >= 0 && highest >= lowest && charging > 0 && discharging > 0 && efficiencyIn > 0 && efficiencyIn <= 1
                && efficiencyOut > 0 && efficiencyOut <= 1 && wear >= 0) || !Double.isFinite(highest + charging + discharging + wear)) {
            throw new IllegalArgumentException(
                    "storage: 0 <= lowest <= highest MWh, powers above 0 MW, efficiencies in 0..1, wear not below 0");
        }
    }
}
