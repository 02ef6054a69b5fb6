package org.gemello.energy.farm;

import java.util.List;
import org.gemello.energy.wake.WakeFarm;

/** What a farm could do better, told after each estimate. From values of good quality alone, once the means have settled. */
public final class FarmAdviser {
    private static final double SETTLING = 180;
    private final FarmSettings settings;
    private final SteeringAdviser steering;
    private final GridAdviser grid;

    public FarmAdviser(FarmSettings settings) {
        this.settings = settings;
        WakeFarm wakes = new WakeFarm(settings.turbines(), settings.model());
        steering = new SteeringAdviser(settings.turbines(), wakes);
        grid = new GridAdviser(settings.turbines(), wakes);
    }

    /** Largest power of the farm in kW. */
    public double ratedPower() {
        return grid.ratedPower();
    }

    public void consider(FarmState state, FarmEstimate estimate, FarmVoice voice) {
        if (!estimate.quality().isGood()) {
            state.steady = Long.MIN_VALUE;
            return;
        }
        state.steady = state.steady == Long.MIN_VALUE ? estimate.time() : state.steady;
        if ((estimate.time() - state.steady) * 1e-9 < SETTLING) {
            return;
        }
        List<TurbineView> views = settings.turbines().stream().map(turbine -> state.turbine(turbine.name())).toList();
        steering.consider(state.plan(FarmAdviceKind.WAKE_STEERING), estimate, views, voice);
        grid.consider(state.plan(FarmAdviceKind.GRID_SET_POINT), state.demand, estimate, views, voice);
    }
}
