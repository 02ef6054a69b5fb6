package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.energy.grid.Meter.Quantity;

/**
 * Which meter stands where. As text, one per line or semicolon: {@code V01: bus 1 0.004}, {@code P02: bus 2 0.5},
 * {@code Q03: branch 1-2 0.5}, {@code P04: branch 1-2 at 2 0.5} for its far end, {@code P05: branch 1-2#2 0.5} for the second of two in
 * parallel. V is a voltage in p.u., P active power in MW, Q reactive power in Mvar; injections at a bus are generation less load, flows go
 * into the branch; last is the standard deviation.
 */
public final class MeterPlan {
    /** Slots for meters of each kind. */
    public static final int VOLTAGES = 60;
    public static final int POWERS = 99;
    private static final Pattern LINE = Pattern.compile(
            "([VPQ])(\\d{2})\\s*:\\s*(?:bus\\s+(\\d+)|branch\\s+(\\d+)-(\\d+)(?:#(\\d+))?(?:\\s+at\\s+(\\d+))?)\\s+([0-9.eE+-]+)");

    private MeterPlan() {
    }

    /** Meters by the name of their point, without readings. */
    public static Map<String, Meter> of(GridCase grid, String text) {
        Map<String, Meter> meters = new LinkedHashMap<>();
        for (String line : text.split("[;\\n]")) {
            if (!line.isBlank()) {
                Meter meter = meter(grid, line.strip());
                GridCase.require(meters.put(meter.name(), meter) == null, "meters: " + meter.name() + " is there twice");
            }
        }
        GridCase.require(!meters.isEmpty(), "meters: none is given");
        return meters;
    }

    private static Meter meter(GridCase grid, String line) {
        Matcher match = LINE.matcher(line);
        GridCase.require(match.matches(), "meters: '" + line + "' is not of the form 'V01: bus 1 0.004' or 'P02: branch 1-2 0.5'");
        String name = match.group(1) + match.group(2);
        int number = Integer.parseInt(match.group(2));
        boolean isVoltage = match.group(1).equals("V");
        GridCase.require(number >= 1 && number <= (isVoltage ? VOLTAGES : POWERS), "meters: there is no point " + name);
        double deviation = Double.parseDouble(match.group(8));
        if (match.group(3) != null) {
            int bus = Integer.parseInt(match.group(3));
            GridCase.require(grid.buses().stream().anyMatch(each -> each.number() == bus), "meters: " + name + " stands at bus " + bus
                    + ", which is not in the case");
            Quantity quantity = isVoltage ? Quantity.VOLTAGE : match.group(1).equals("P") ? Quantity.ACTIVE_INJECTION
                    : Quantity.REACTIVE_INJECTION;
            return new Meter(name, quantity, bus, Double.NaN, deviation);
        }
        GridCase.require(!isVoltage, "meters: " + name + " measures a voltage, which is one of a bus");
        int from = Integer.parseInt(match.group(4));
        int to = Integer.parseInt(match.group(5));
        int place = place(grid, from, to, match.group(6) == null ? 1 : Integer.parseInt(match.group(6)), name);
        int at = match.group(7) == null ? from : Integer.parseInt(match.group(7));
        GridCase.require(at == from || at == to, "meters: " + name + " stands at bus " + at + ", which is no end of its branch");
        boolean isFrom = grid.branches().get(place).from() == at;
        boolean isActive = match.group(1).equals("P");
        Quantity quantity = isFrom ? isActive ? Quantity.ACTIVE_FROM : Quantity.REACTIVE_FROM
                : isActive ? Quantity.ACTIVE_TO : Quantity.REACTIVE_TO;
        return new Meter(name, quantity, place, Double.NaN, deviation);
    }

    private static int place(GridCase grid, int from, int to, int which, String name) {
        int found = 0;
        for (int i = 0; i < grid.branches().size(); i++) {
            Branch branch = grid.branches().get(i);
            boolean joins = branch.from() == from && branch.to() == to || branch.from() == to && branch.to() == from;
            if (joins && ++found == which) {
                return i;
            }
        }
        throw new IllegalArgumentException("meters: " + name + " stands at branch " + from + '-' + to + ", which is not in the case");
    }

    /** Where none are named: a voltage at every bus, injections at every bus, and flows into the branches, as far as there are points. */
    public static Map<String, Meter> everywhere(GridCase grid) {
        List<String> lines = new ArrayList<>();
        int slot = 0;
        for (Bus bus : grid.buses()) {
            slot++;
            add(lines, "V", slot, VOLTAGES, "bus " + bus.number() + " 0.004");
            add(lines, "P", slot, POWERS, "bus " + bus.number() + " 0.5");
            add(lines, "Q", slot, POWERS, "bus " + bus.number() + " 0.5");
        }
        Map<String, Integer> parallel = new LinkedHashMap<>();
        for (Branch branch : grid.branches()) {
            slot++;
            String ends = Math.min(branch.from(), branch.to()) + "-" + Math.max(branch.from(), branch.to());
            String place = "branch " + branch.from() + '-' + branch.to() + '#' + parallel.merge(ends, 1, Integer::sum) + " 0.5";
            add(lines, "P", slot, POWERS, place);
            add(lines, "Q", slot, POWERS, place);
        }
        return of(grid, String.join("\n", lines));
    }

    private static void add(List<String> lines, String kind, int slot, int most, String where) {
        if (slot <= most) {
            lines.add(String.format("%s%02d: %s", kind, slot, where));
        }
    }
}
