package org.gemello.energy.farm;

import org.gemello.energy.signal.Signal;

/** Availability and energy of a farm, from what its turbines tell of theirs. */
public final class FarmSums {
    private final FarmState state;

    public FarmSums(FarmState state) {
        this.state = state;
    }

    /** Mean of what the turbines tell; NaN where none does. */
    public double mean(FarmInput input) {
        return state.turbines.values().stream().map(view -> view.last(input)).filter(Signal::isKnown).mapToDouble(Signal::value).average()
                .orElse(Double.NaN);
    }

    /** Sum of what the turbines tell. */
    public double sum(FarmInput input) {
        return state.turbines.values().stream().map(view -> view.last(input)).filter(Signal::isKnown).mapToDouble(Signal::value).sum();
    }

    /** Energy produced in percent of what it could have been; NaN where that is nothing. */
    public double productionAvailability(FarmInput produced, FarmInput lost) {
        double possible = sum(produced) + sum(lost);
        return possible > 0 ? 100 * sum(produced) / possible : Double.NaN;
    }
}
