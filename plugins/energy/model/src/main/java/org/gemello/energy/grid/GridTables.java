package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemello.energy.live.Json;

/** The live state of a grid as tables. */
final class GridTables {
    private static final int MOST_OUTAGES = 60;

    private GridTables() {
    }

    static String buses(EstimatedState live) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("bus", List.copyOf(live.numbers()));
        columns.put("voltage", live.voltage().stream().map(v -> Json.rounded(v, 4)).toList());
        columns.put("angle", live.angle().stream().map(a -> Json.rounded(a, 2)).toList());
        return Json.of(columns);
    }

    static String branches(EstimatedState live) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("from", live.branches().stream().map(FlowResult.BranchState::from).toList());
        columns.put("to", live.branches().stream().map(FlowResult.BranchState::to).toList());
        columns.put("active", live.branches().stream().map(b -> Json.rounded(b.activeFrom(), 1)).toList());
        columns.put("reactive", live.branches().stream().map(b -> Json.rounded(b.reactiveFrom(), 1)).toList());
        columns.put("loading", live.branches().stream().map(b -> Json.rounded(100 * b.loading(), 1)).toList());
        return Json.of(columns);
    }

    /** Meters that were taken out or are missing. */
    static String meters(EstimatedState live) {
        List<Object> rows = new ArrayList<>();
        for (EstimatedState.Rejected each : live.rejected()) {
            rows.add(row(each.meter().name(), Json.rounded(each.meter().value(), 4), Json.rounded(each.expected(), 4),
                    Json.rounded(each.residual(), 1)));
        }
        live.missing().forEach(name -> rows.add(row(name, null, null, null)));
        return Json.of(rows);
    }

    private static Map<String, Object> row(String meter, Double reading, Double expected, Double residual) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("meter", meter);
        row.put("reading", reading);
        row.put("expected", expected);
        row.put("residual", residual);
        return row;
    }

    static String outages(List<Contingency> harmful) {
        List<Object> rows = new ArrayList<>();
        for (Contingency each : harmful.subList(0, Math.min(MOST_OUTAGES, harmful.size()))) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("branch", each.from() + "-" + each.to());
            row.put("effect", effect(each));
            row.put("loading", each.overloads().isEmpty() ? null : Json.rounded(100 * each.worstLoading(), 0));
            row.put("severity", each.cutOff().isEmpty() && each.collapse().isEmpty() ? each.overloads().isEmpty() ? "LOW" : "MEDIUM" : "HIGH");
            rows.add(row);
        }
        return Json.of(rows);
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
