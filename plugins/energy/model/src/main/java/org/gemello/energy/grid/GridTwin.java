package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.live.Report;

/**
 * The live twin of a grid: voltages, angles and loadings that fit all meters best, meters that lie, limits that are passed, and what the
 * loss of each branch would do. A meter is one of the points V01, P01, Q01 and on; {@link MeterPlan} says where it stands.
 */
public final class GridTwin implements LiveTwin<GridTwinState> {
    public static final String OVERLOAD = "overload";
    public static final String VOLTAGE = "voltage";
    public static final String BAD_DATA = "bad-data";
    public static final String ESTIMATION = "estimation";
    public static final String SECURITY = "n-1";
    /** Buses and branches, by their place in the case, that have points of their own. */
    public static final int BUS_POINTS = 60;
    public static final int BRANCH_POINTS = 99;
    /** Larger grids take longer than a twin may think. */
    public static final int MOST_BUSES = 300;
    static final int SLOTS = MeterPlan.VOLTAGES + 2 * MeterPlan.POWERS;
    private static final int FULL_CHECK = 100;
    private static final int NAMED = 5;
    private final GridCase grid;
    private final Map<String, Meter> meters;
    private final StateEstimator estimator;
    private final Settings settings;

    /**
     * @param window    length of the windows over which readings are averaged, s
     * @param tables    how often tables are told and the loss of each branch is tried, s
     * @param badAbove  normalised residual above which a meter is taken out
     */
    public record Settings(double window, double tables, double badAbove) {
        public static final Settings DEFAULT = new Settings(10, 60, StateEstimator.USUAL_LIMIT);
    }

    /** @throws IllegalArgumentException where the grid is too large */
    public GridTwin(GridCase grid, Map<String, Meter> meters, Settings settings) {
        GridCase.require(grid.buses().size() <= MOST_BUSES, "the case has " + grid.buses().size() + " buses, a live twin takes "
                + MOST_BUSES);
        this.grid = grid;
        this.meters = new LinkedHashMap<>(meters);
        this.settings = settings;
        estimator = new StateEstimator(grid, settings.badAbove);
    }

    @Override
    public void observe(GridTwinState state, String point, double value, Quality quality, long time, Report out) {
        if (meters.containsKey(point) && state.window.add(slot(point), value, quality, time, Math.round(settings.window * 1e9))) {
            estimate(state, out);
        }
    }

    private static int slot(String point) {
        int number = Integer.parseInt(point.substring(1)) - 1;
        return number + switch (point.charAt(0)) {
            case 'V' -> 0;
            case 'P' -> MeterPlan.VOLTAGES;
            default -> MeterPlan.VOLTAGES + MeterPlan.POWERS;
        };
    }

    private void estimate(GridTwinState state, Report out) {
        long time = state.window.time();
        List<Meter> readings = new ArrayList<>();
        meters.forEach((point, meter) -> readings.add(meter.reading(state.window.mean(slot(point)))));
        EstimatedState live;
        try {
            live = estimator.estimate(readings);
        } catch (NoSolution e) {
            state.estimation.say(e.getMessage(), time, out);
            return;
        }
        state.estimation.say("", time, out);
        Quality quality = live.missing().isEmpty() && live.rejected().isEmpty() ? Quality.GOOD : Quality.UNCERTAIN_SUB_NORMAL;
        tell(live, quality, time, out);
        warn(state, live, time, out);
        if (state.tabled == Long.MIN_VALUE || time < state.tabled || (time - state.tabled) * 1e-9 >= settings.tables) {
            state.tabled = time;
            out.text("GRD.Buses", GridTables.buses(live), quality, time);
            out.text("GRD.Branches", GridTables.branches(live), quality, time);
            out.text("GRD.Meters", GridTables.meters(live), quality, time);
            tryLosses(state, live, quality, time, out);
        }
    }

    private static void tell(EstimatedState live, Quality quality, long time, Report out) {
        double worst = 0;
        double loss = 0;
        for (int i = 0; i < live.branches().size(); i++) {
            FlowResult.BranchState branch = live.branches().get(i);
            worst = Math.max(worst, branch.loading());
            loss += branch.loss();
            if (i < BRANCH_POINTS) {
                out.value(String.format("BRA.P%02d", i + 1), branch.activeFrom(), quality, time);
                out.value(String.format("BRA.Ld%02d", i + 1), 100 * branch.loading(), quality, time);
            }
        }
        for (int i = 0; i < Math.min(BUS_POINTS, live.voltage().size()); i++) {
            out.value(String.format("BUS.V%02d", i + 1), live.voltage().get(i), quality, time);
            out.value(String.format("BUS.A%02d", i + 1), live.angle().get(i), quality, time);
        }
        out.value("GRD.MinV", live.voltage().stream().mapToDouble(Double::doubleValue).min().orElseThrow(), quality, time);
        out.value("GRD.MaxV", live.voltage().stream().mapToDouble(Double::doubleValue).max().orElseThrow(), quality, time);
        out.value("GRD.MaxLd", 100 * worst, quality, time);
        out.value("GRD.Loss", loss, quality, time);
        out.value("GRD.Fit", live.redundancy() > 0 ? live.objective() / live.redundancy() : Double.NaN, quality, time);
        out.value("GRD.Bad", live.rejected().size(), Quality.GOOD, time);
        out.value("GRD.Missing", live.missing().size(), Quality.GOOD, time);
    }

    private void warn(GridTwinState state, EstimatedState live, long time, Report out) {
        List<String> over = live.branches().stream().filter(branch -> branch.loading() > 1)
                .map(branch -> text("%d-%d at %.0f %%", branch.from(), branch.to(), 100 * branch.loading())).toList();
        state.overload.say(over.isEmpty() ? "" : "branch " + some(over), time, out);
        List<String> outside = new ArrayList<>();
        for (int i = 0; i < live.voltage().size(); i++) {
            Bus bus = grid.buses().get(i);
            double voltage = live.voltage().get(i);
            if (bus.highestVoltage() > 0 && voltage > bus.highestVoltage() + 1e-3 || voltage < bus.lowestVoltage() - 1e-3) {
                outside.add(text("%d at %.3f p.u.", bus.number(), voltage));
            }
        }
        state.voltage.say(outside.isEmpty() ? "" : "bus " + some(outside), time, out);
        List<String> wrong = new ArrayList<>(live.rejected().stream()
                .map(each -> text("%s reads %.4g where the others say %.4g", each.meter().name(),
                        each.meter().value(), each.expected())).toList());
        if (!live.missing().isEmpty()) {
            wrong.add("without reading: " + some(live.missing()));
        }
        state.badData.say(String.join("; ", wrong.subList(0, Math.min(NAMED, wrong.size()))), time, out);
    }

    /** N-1 of the live state: injections and voltages as estimated take the place of those of the case. */
    private void tryLosses(GridTwinState state, EstimatedState live, Quality quality, long time, Report out) {
        try {
            List<Contingency> harmful = Contingencies.of(LiveCase.of(grid, live),
                    grid.branches().size() <= FULL_CHECK ? 0 : Contingencies.USUAL_SCREEN);
            out.text("GRD.Outages", GridTables.outages(harmful), quality, time);
            out.value("GRD.N1", harmful.size(), quality, time);
            out.value("GRD.N1Ld", 100 * harmful.stream().mapToDouble(Contingency::worstLoading).max().orElse(1), quality, time);
            state.security.say(harmful.isEmpty() ? "" : "the loss of " + some(harmful.stream().map(each -> each.from() + "-" + each.to()
                    + ' ' + GridTables.effect(each)).toList()), time, out);
        } catch (NoSolution e) {
            state.security.say("the loss of branches cannot be tried: " + e.getMessage(), time, out);
        }
    }

    private static String some(List<String> names) {
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
