package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a case in MATPOWER case format version 2 (MATPOWER user's manual, appendix B): the scalar {@code mpc.baseMVA} and the
 * matrices {@code mpc.bus}, {@code mpc.gen}, {@code mpc.branch}. Other fields are passed over; nothing is executed.
 * Isolated buses (type 4) and what stands at them are left out.
 */
public final class MatpowerCase {
    /** Longest text that is read, in characters. */
    public static final int LONGEST = 16 << 20;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 64;
    private static final Set<String> TABLES = Set.of("bus", "gen", "branch");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(?:mpc\\.)?(\\w+)\\s*=\\s*(.*)");

    private final Map<String, List<Row>> tables = new LinkedHashMap<>();
    private double base = Double.NaN;
    private String open;
    private boolean inTable;

    private record Row(int line, double[] values) {
        double at(int column) {
            return values[column];
        }
    }

    private MatpowerCase() {
    }

    /** @throws IllegalArgumentException naming the line, where the text is no such case */
    public static GridCase parse(String text) {
        GridCase.require(text.length() <= LONGEST, "the case is longer than " + LONGEST + " characters");
        MatpowerCase parser = new MatpowerCase();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            parser.line(number, line.indexOf('%') < 0 ? line : line.substring(0, line.indexOf('%')));
        }
        GridCase.require(parser.open == null, "the matrix mpc." + parser.open + " is not closed with ];");
        return parser.gridCase();
    }

    private void line(int number, String line) {
        if (open == null) {
            Matcher matcher = ASSIGNMENT.matcher(line);
            if (!matcher.matches()) {
                return;
            }
            String name = matcher.group(1);
            String value = matcher.group(2).strip();
            if (name.equals("baseMVA")) {
                base = number(number, value.replace(";", "").strip());
            } else if (value.startsWith("[") || value.startsWith("{")) {
                open = name;
                inTable = TABLES.contains(name);
                check(!inTable || tables.put(name, new ArrayList<>()) == null, number, "mpc." + name + " is there twice");
                rows(number, value.substring(1));
            }
        } else {
            rows(number, line);
        }
    }

    private void rows(int number, String text) {
        int end = text.indexOf(open != null && inTable ? "]" : "];");
        int brace = text.indexOf("};");
        boolean closed = end >= 0 || !inTable && brace >= 0;
        if (inTable) {
            String body = end >= 0 ? text.substring(0, end) : text;
            check(!body.contains("..."), number, "continued lines (...) are not read; write one row per line");
            for (String row : body.split(";")) {
                if (!row.isBlank()) {
                    add(number, row.strip().split("[\\s,]+", MOST_COLUMNS + 1));
                }
            }
        }
        if (closed) {
            open = null;
        }
    }

    private void add(int number, String[] words) {
        List<Row> rows = tables.get(open);
        check(words.length <= MOST_COLUMNS, number, "more than " + MOST_COLUMNS + " columns");
        check(rows.size() < MOST_ROWS, number, "mpc." + open + " has more than " + MOST_ROWS + " rows");
        double[] values = new double[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(number, words[i]);
        }
        int needed = open.equals("bus") ? 13 : open.equals("gen") ? 8 : 11;
        check(values.length >= needed, number, "mpc." + open + " needs " + needed + " columns, this row has " + values.length);
        rows.add(new Row(number, values));
    }

    private static double number(int line, String word) {
        try {
            return switch (word) {
                case "Inf", "inf" -> Double.POSITIVE_INFINITY;
                case "-Inf", "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(word);
            };
        } catch (NumberFormatException e) {
            String shown = word.length() > 40 ? word.substring(0, 40) + "..." : word;
            throw new IllegalArgumentException("line " + line + ": '" + shown + "' is not a number", e);
        }
    }

    private static void check(boolean condition, int line, String message) {
        GridCase.require(condition, "line " + line + ": " + message);
    }

    private GridCase gridCase() {
        GridCase.require(!Double.isNaN(base), "mpc.baseMVA is missing: this is no MATPOWER case of version 2");
        for (String name : TABLES) {
            GridCase.require(tables.containsKey(name), "the matrix mpc." + name + " is missing");
        }
        Set<Integer> isolated = new HashSet<>();
        List<Bus> buses = new ArrayList<>();
        for (Row row : tables.get("bus")) {
            at(row, () -> bus(row, isolated, buses));
        }
        List<Generator> generators = new ArrayList<>();
        for (Row r : tables.get("gen")) {
            at(r, () -> {
                if (!isolated.contains(integer(r, 0))) {
                    generators.add(new Generator(integer(r, 0), r.at(1), r.at(2), r.at(3), r.at(4), r.at(5), r.at(7) > 0));
                }
            });
        }
        List<Branch> branches = new ArrayList<>();
        for (Row r : tables.get("branch")) {
            at(r, () -> {
                if (!isolated.contains(integer(r, 0)) && !isolated.contains(integer(r, 1))) {
                    branches.add(new Branch(integer(r, 0), integer(r, 1), r.at(2), r.at(3), r.at(4), r.at(5), r.at(8), r.at(9),
                            r.at(10) > 0));
                }
            });
        }
        return new GridCase(base, buses, generators, branches);
    }

    private static void bus(Row r, Set<Integer> isolated, List<Bus> buses) {
        Bus.Kind kind = switch (integer(r, 1)) {
            case 1 -> Bus.Kind.LOAD;
            case 2 -> Bus.Kind.GENERATOR;
            case 3 -> Bus.Kind.SLACK;
            case 4 -> null;
            default -> throw new IllegalArgumentException("bus type " + r.at(1) + " is none of 1, 2, 3, 4");
        };
        if (kind == null) {
            isolated.add(integer(r, 0));
        } else {
            buses.add(new Bus(integer(r, 0), kind, r.at(2), r.at(3), r.at(4), r.at(5), r.at(7), r.at(8), r.at(11), r.at(12)));
        }
    }

    private static int integer(Row row, int column) {
        double value = row.at(column);
        GridCase.require(value == Math.rint(value) && Math.abs(value) < 1e9, "column " + (column + 1) + ": " + value
                + " is not a whole number");
        return (int) value;
    }

    private static void at(Row row, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + row.line() + ": " + e.getMessage(), e);
        }
    }
}
