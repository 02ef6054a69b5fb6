package org.gemello.testkit;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of a benchmark or proof: a table, then one line per goal, {@code NAME: figure (goal ...) ok|short}.
 * What a program prints is its interface: {@code ./gemello bench} and {@code ./gemello prove} show it as it is.
 */
public final class Figures {
    private final String name;
    private final PrintStream out;
    private final List<String[]> rows = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    public Figures(String name, PrintStream out) {
        this.name = name;
        this.out = out;
    }

    /** Adds a line to the table: what was measured, its figure with unit, a remark. */
    public Figures row(String what, String figure, String remark) {
        rows.add(new String[] {what, figure, remark});
        return this;
    }

    /** Prints the table gathered so far and forgets it. */
    public Figures print() {
        int first = rows.stream().mapToInt(r -> r[0].length()).max().orElse(1);
        int second = rows.stream().mapToInt(r -> r[1].length()).max().orElse(1);
        rows.forEach(r -> out.printf("  %-" + first + "s  %" + second + "s  %s%n", r[0], r[1], r[2]));
        rows.clear();
        return this;
    }

    /** Prints the closing line for one goal. */
    public Figures goal(String figure, String goal, boolean met) {
        out.printf("%s: %s (goal %s) %s%n", name, figure, goal, met ? "ok" : "short");
        if (!met) {
            missed.add(figure + " (goal " + goal + ")");
        }
        return this;
    }

    /** True while every goal so far was met. */
    public boolean met() {
        return missed.isEmpty();
    }

    /** The goals that were not met, in words, for the message of a test. */
    public List<String> missed() {
        return List.copyOf(missed);
    }
}
