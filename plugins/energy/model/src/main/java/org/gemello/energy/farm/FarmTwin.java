package org.gemello.energy.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.energy.farm.FarmEstimate.AtTurbine;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.TurbineFlow;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeTurbine;

/**
 * Holds a farm against what it should give in the wind that it has. The free wind is that of the turbines which stand in no wake; the
 * rest of the farm follows from it by the wake model, with every turbine as it is run. Steady: means of a minute are compared, the
 * travel of wakes is left out. Evaluated every ten seconds of source time.
 */
public final class FarmTwin {
    /** Beats of the evaluation in ns. */
    private static final long PERIOD = 10_000_000_000L;
    /** A turbine with a smaller deficit stands free. */
    private static final double FREE = 0.01;
    private static final double LEAST_TURBULENCE = 0.02;
    private static final double MOST_TURBULENCE = 0.5;
    private final FarmSettings settings;
    private final Set<String> names;
    private final WakeFarm wakes;
    private final Neighbours neighbours;

    public FarmTwin(FarmSettings settings) {
        this.settings = settings;
        names = settings.turbines().stream().map(WakeTurbine::name).collect(Collectors.toUnmodifiableSet());
        wakes = new WakeFarm(settings.turbines(), settings.model());
        neighbours = new Neighbours(settings.standsOut());
    }

    /**
     * Takes a sample of a turbine; one of no interest is left alone.
     *
     * @param turbine name of its twin
     * @param value   in the unit of {@link FarmInput}
     * @param time    source time in ns since the epoch
     */
    public Optional<FarmEstimate> observe(FarmState state, String turbine, String point, double value, Quality quality, long time) {
        Optional<FarmInput> input = FarmInput.of(point);
        if (input.isEmpty() || !names.contains(turbine)) {
            return Optional.empty();
        }
        state.turbine(turbine).observe(input.get(), value, quality, time);
        boolean due = Math.floorDiv(time, PERIOD) > Math.floorDiv(state.evaluated, PERIOD);
        return due ? evaluate(state, time) : Optional.empty();
    }

    private Optional<FarmEstimate> evaluate(FarmState state, long now) {
        state.evaluated = now;
        state.turbines.keySet().retainAll(names);
        state.turbines.values().forEach(view -> view.advance(now));
        List<TurbineView> views = settings.turbines().stream().map(turbine -> state.turbine(turbine.name())).toList();
        double direction = direction(views);
        double strongest = views.stream().filter(TurbineView::isSeen).mapToDouble(view -> view.wind.mean()).max().orElse(Double.NaN);
        if (Double.isNaN(direction) || Double.isNaN(strongest)) {
            return Optional.empty();
        }
        FreeWind wind = freeWind(views, new FreeWind(Math.min(strongest, 75), direction, turbulence(views)));
        // thin air carries what less wind carries at the density of the curves
        double thinning = Math.cbrt(density(state) / settings.reference());
        FreeWind normalised = new FreeWind(Math.min(wind.speed() * thinning, 75), direction, wind.turbulence());
        List<Operation> operations = views.stream().map(FarmTwin::operation).toList();
        List<TurbineFlow> flows = wakes.flow(normalised, operations);
        List<AtTurbine> turbines = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            turbines.add(at(settings.turbines().get(i), views.get(i), flows.get(i), thinning));
        }
        List<AlarmChange> alarms = neighbours.judge(settings.turbines(), views, now);
        boolean all = views.stream().allMatch(TurbineView::isSeen);
        return Optional.of(new FarmEstimate(now, wind, normalised, operations, turbines, wakes.links(normalised, operations, flows),
                wakes.rings(normalised, operations, flows), alarms, all ? Quality.GOOD : Quality.UNCERTAIN));
    }

    private static AtTurbine at(WakeTurbine turbine, TurbineView view, TurbineFlow flow, double thinning) {
        double own = Double.isNaN(view.expected.mean()) ? flow.power() : view.expected.mean();
        double power = view.isSeen() ? view.power.mean() : own;
        return new AtTurbine(turbine.name(), turbine.east(), turbine.north(), flow.wind() / thinning, flow.deficit(), power,
                flow.freePower(), flow.power(), own);
    }

    private double density(FarmState state) {
        return state.density.quality().isGood() && state.density.isWithin(0.7, 1.6) ? state.density.value() : settings.density();
    }

    /** In rad: the mean of what all vanes tell. */
    private static double direction(List<TurbineView> views) {
        double east = 0;
        double north = 0;
        for (TurbineView view : views) {
            if (!Double.isNaN(view.east.mean()) && view.last(FarmInput.VANE).quality().isGood()) {
                east += view.east.mean();
                north += view.north.mean();
            }
        }
        return east == 0 && north == 0 ? Double.NaN : Math.atan2(east, north);
    }

    private double turbulence(List<TurbineView> views) {
        double least = views.stream().map(view -> view.last(FarmInput.TURBULENCE)).filter(Signal::isKnown)
                .mapToDouble(signal -> signal.value() / 100).min().orElse(settings.turbulence());
        return Math.min(Math.max(least, LEAST_TURBULENCE), MOST_TURBULENCE);
    }

    /** Mean of the turbines that stand free when all of them run: where one stands does not depend much on the speed of the wind. */
    private FreeWind freeWind(List<TurbineView> views, FreeWind first) {
        List<TurbineFlow> flows = wakes.flow(first);
        double sum = 0;
        int free = 0;
        for (int i = 0; i < flows.size(); i++) {
            if (flows.get(i).deficit() < FREE && views.get(i).isSeen()) {
                sum += views.get(i).wind.mean();
                free++;
            }
        }
        return free == 0 ? first : new FreeWind(sum / free, first.direction(), first.turbulence());
    }

    private static Operation operation(TurbineView view) {
        double limit = view.last(FarmInput.POWER_LIMIT).valueOr(Double.POSITIVE_INFINITY);
        double yaw = Double.isNaN(view.yaw.mean()) ? 0 : Math.toRadians(view.yaw.mean());
        return new Operation(Math.max(-1, Math.min(1, yaw)), Math.max(limit, 0), !view.isSeen() || view.runs());
    }
}
