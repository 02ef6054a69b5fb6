package org.gemello.energy.fatigue;

import java.util.ArrayList;
import java.util.List;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * Counts what a turbine's components bear, from loads that its model has in the state that is measured, or from loads that are measured
 * themselves. Time in which neither is known is left out: it adds no damage, and lifetimes are of the time that was seen. For one thread.
 */
public final class FatigueMonitor {
    private static final long SECOND = 1_000_000_000L;
    /** Between two measurements further apart than this nothing is known. */
    private static final long MOST_GAP = 5 * SECOND;
    private static final long TELLING = 60 * SECOND;
    private static final double STEP = 0.1;
    private final LoadDesign design;
    private final TurbineLoads loads;
    private final Site site;

    /**
     * What is known of a turbine's place.
     *
     * @param meanWind of the year at hub height in m/s, 3 to 20
     * @param damage   of all components before counting began, 0 to 1: age by design life, for want of better
     */
    public record Site(double meanWind, double damage) {
        public Site {
            if (!(meanWind >= 3 && meanWind <= 20) || !(damage >= 0 && damage <= 1)) {
                throw new IllegalArgumentException("siteMeanWind (" + meanWind + " m/s) must be from 3 to 20, damageBefore (" + damage
                        + ") from 0 to 1");
            }
        }
    }

    public FatigueMonitor(TurbineDesign turbine, LoadDesign design, Site site) {
        this.design = design;
        this.loads = new TurbineLoads(turbine, design);
        this.site = site;
    }

    /** A load in N m that a sensor tells; for five seconds it stands in place of the model's. */
    public void measured(FatigueState state, Component component, double load, long now) {
        for (ComponentDesign each : design.components()) {
            if (each.component() == component && component.swings() && Double.isFinite(load)) {
                state.life(component).load(each, load);
                state.measured[component.ordinal()] = now;
            }
        }
    }

    /**
     * The turbine does this now, and has since it was told last. Sources between 1 and 50 Hz are meant.
     *
     * @param now source time in ns since the epoch
     * @return how each component stands, once a minute; else empty
     */
    public List<ComponentReport> advance(FatigueState state, Operation operation, long now) {
        long gap = state.time == FatigueState.NEVER ? Long.MAX_VALUE : now - state.time;
        if (gap <= 0 && gap > -MOST_GAP) {
            return List.of();
        }
        boolean goesOn = gap > 0 && gap <= MOST_GAP && operation.isPossible();
        state.time = now;
        if (!goesOn) {
            state.tower.interrupt();
            return List.of();
        }
        double seconds = gap * 1e-9;
        int steps = (int) Math.ceil(seconds / STEP - 1e-6);
        for (int i = 0; i < steps; i++) {
            step(state, operation, seconds / steps, now);
        }
        state.climate().add(operation.wind(), seconds / 3600);
        state.blockSeconds += seconds;
        state.blockWind += operation.wind() * seconds;
        for (ComponentDesign each : design.components()) {
            state.life(each.component()).time(seconds);
        }
        if (state.blockSeconds >= ComponentLife.BLOCK) {
            design.components().forEach(each -> state.life(each.component()).endBlock(each, state.blockWind / state.blockSeconds));
            state.blockSeconds = 0;
            state.blockWind = 0;
        }
        if (now - state.told < TELLING && state.told != FatigueState.NEVER) {
            return List.of();
        }
        state.told = now;
        return report(state);
    }

    private void step(FatigueState state, Operation operation, double step, long now) {
        double turn = operation.rotorSpeed() * step;
        state.azimuth = (state.azimuth + turn) % (2 * Math.PI);
        loads.solve(operation, state.azimuth);
        double carried = state.tower.advance(loads.thrust(), design.towerFrequency(), design.towerDamping(), step);
        for (ComponentDesign each : design.components()) {
            ComponentLife life = state.life(each.component());
            if (!each.component().swings()) {
                life.turns(each, loads.torque(), turn / (2 * Math.PI));
            } else if (now - MOST_GAP > state.measured[each.component().ordinal()]) {
                life.load(each, switch (each.component()) {
                    case BLADE_FLAPWISE -> loads.flapwise();
                    case BLADE_EDGEWISE -> loads.edgewise();
                    case TOWER_BASE -> carried * design.hubHeight();
                    default -> loads.torque();
                });
            }
        }
    }

    /** How each component stands. */
    public List<ComponentReport> report(FatigueState state) {
        List<ComponentReport> reports = new ArrayList<>();
        for (ComponentDesign each : design.components()) {
            ComponentLife life = state.life(each.component());
            reports.add(new ComponentReport(each.component(), life.shortTermLoad(each), life.lifetimeLoad(each),
                    site.damage() + life.damage(each), life.forecast(each, state.climate(), site.meanWind(), site.damage()),
                    life.hasBlock()));
        }
        return reports;
    }
}
