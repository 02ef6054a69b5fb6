package org.gemello.gpack.internal.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gemello.gpack.internal.YamlMap;

/** Pictures of statistics: what each is made of, in numbers that can be drawn. Known keys are checked before. */
final class ChartRules {
    private static final Pattern DURATION = Pattern.compile("P(?=.)(\\d{1,3}D)?(T(?=\\d)(\\d{1,3}H)?(\\d{1,4}M)?(\\d{1,6}S)?)?");
    private static final Set<String> SEVERITIES = Set.of("LOW", "MEDIUM", "HIGH", "CRITICAL");
    /** What each must say. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "xy", List.of("x", "y"),
            "heatmap", List.of(),
            "histogram", List.of("point", "bin"),
            "rose", List.of("direction", "speed", "step"));
    private static final double MOST = 1e9;
    private static final int MOST_SECTORS = 36;
    private final Consumer<YamlMap> titled;

    /** @param titled checks the 'title' of a mapping */
    ChartRules(Consumer<YamlMap> titled) {
        this.titled = titled;
    }

    static boolean isOne(String type) {
        return NEEDED.containsKey(type);
    }

    void check(String type, YamlMap widget) {
        NEEDED.get(type).forEach(widget::require);
        duration(widget, "span");
        duration(widget, "interval");
        List.of("bin", "bins", "step").forEach(key -> between(widget, key, 0, MOST));
        if (type.equals("rose")) {
            between(widget, "sectors", 4, MOST_SECTORS);
        } else if (type.equals("heatmap")) {
            heatmap(widget);
        }
        widget.maps("limits").forEach(limit -> {
            limit.require("value");
            limit.number("value");
            limit.optionalText("severity").filter(text -> !SEVERITIES.contains(text)).ifPresent(text -> limit.problem("severity",
                    "'severity' is none that is known; known are " + new TreeSet<>(SEVERITIES)));
        });
    }

    /** Either a point by day and hour, or a table with two axes. */
    private void heatmap(YamlMap widget) {
        if (widget.has("point") == widget.has("table")) {
            widget.problem("type", "a 'heatmap' has either 'point' or 'table'");
        }
        if (widget.has("table")) {
            for (String axis : List.of("x", "y", "value")) {
                widget.require(axis);
                widget.map(axis).ifPresent(each -> {
                    each.allowOnly(Set.of("column", "title", "unit"));
                    each.text("column");
                    titled.accept(each);
                });
            }
        }
        double low = widget.number("low").orElse(-Double.MAX_VALUE);
        if (widget.number("high").filter(high -> high <= low).isPresent()) {
            widget.problem("high", "'high' must be above 'low'");
        }
    }

    private static void duration(YamlMap widget, String key) {
        widget.optionalText(key).filter(text -> !DURATION.matcher(text).matches())
                .ifPresent(text -> widget.problem(key, "'" + key + "' is no duration of days and less; write it like P7D or PT10M"));
    }

    private static void between(YamlMap widget, String key, double low, double high) {
        widget.number(key).filter(value -> value <= 0 || value < low || value > high)
                .ifPresent(value -> widget.problem(key, "'" + key + "' is " + value + "; write a number above " + low + " up to " + high));
    }
}
