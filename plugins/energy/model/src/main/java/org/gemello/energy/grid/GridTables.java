package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gemello.energy.text.JsonText;

/** The live state of a grid as tables. */
final class GridTables {
    private static final int MOST_OUTAGES = 60;

    private GridTables() {
    }

    static String buses(EstimatedState live) {
        List<Integer> places = IntStream.range(0, live.numbers().size()).boxed().toList();
        return new JsonText().numbers("bus", live.numbers(), Integer::doubleValue, 0)
                .numbers("voltage", places, i -> live.voltage().get(i), 4)
                .numbers("angle", places, i -> live.angle().get(i), 2).toString();
    }

    static String branches(EstimatedState live) {
        List<FlowResult.BranchState> rows = live.branches();
        return new JsonText().numbers("from", rows, FlowResult.BranchState::from, 0).numbers("to", rows, FlowResult.BranchState::to, 0)
                .numbers("active", rows, FlowResult.BranchState::activeFrom, 1)
                .numbers("reactive", rows, FlowResult.BranchState::reactiveFrom, 1)
                .numbers("loading", rows, branch -> 100 * branch.loading(), 1).toString();
    }

    /** Meters that were taken out or are missing. */
    static String meters(EstimatedState live) {
        List<Row> rows = new ArrayList<>();
        live.rejected().forEach(each -> rows.add(new Row(each.meter().name(), each.meter().value(), each.expected(), each.residual())));
        live.missing().forEach(name -> rows.add(new Row(name, Double.NaN, Double.NaN, Double.NaN)));
        return new JsonText().texts("meter", rows, Row::meter).numbers("reading", rows, Row::reading, 4)
                .numbers("expected", rows, Row::expected, 4)
                .numbers("residual", rows, Row::residual, 1).toString();
    }

    private record Row(String meter, double reading, double expected, double residual) {
    }

    static String outages(List<Contingency> harmful) {
        List<Contingency> rows = harmful.subList(0, Math.min(MOST_OUTAGES, harmful.size()));
        return new JsonText().texts("branch", rows, each -> each.from() + "-" + each.to()).texts("effect", rows, GridTables::effect)
                .numbers("loading", rows, each -> each.overloads().isEmpty() ? Double.NaN : 100 * each.worstLoading(), 0)
                .texts("severity", rows, GridTables::severity).toString();
    }

    private static String severity(Contingency loss) {
        return !loss.cutOff().isEmpty() || !loss.collapse().isEmpty() ? "HIGH" : loss.overloads().isEmpty() ? "LOW" : "MEDIUM";
    }

    /** What a loss does, in a few words. */
    static String effect(Contingency loss) {
        if (!loss.cutOff().isEmpty()) {
            return String.format(Locale.ROOT, "cuts off bus %s with %.1f MW", loss.cutOff().get(0), loss.lostLoad());
        }
        if (!loss.collapse().isEmpty()) {
            return "leaves no solution";
        }
        if (!loss.overloads().isEmpty()) {
            Contingency.Overload worst = loss.overloads().get(0);
            return String.format(Locale.ROOT, "loads %d-%d to %.0f %%", worst.from(), worst.to(), 100 * worst.loading());
        }
        return String.format(Locale.ROOT, "brings bus %d to %.3f p.u.", loss.voltages().get(0).bus(), loss.voltages().get(0).voltage());
    }
}
