package org.gemello.energy.vibration;

import java.util.Arrays;

/** Reads the JSON of a burst (RFC 8259, as far as a burst needs it), without making an object of each number. */
final class BurstText {
    private static final String STANDARD = "m/s2";
    private static final double GRAVITY = 9.80665;
    private static final int DEPTH = 8;
    private final String text;
    private int at;

    BurstText(String text) {
        this.text = text;
    }

    Burst read(double usual) {
        double rate = usual;
        double factor = 1;
        double[] values = null;
        if (peek() == '[') {
            values = numbers();
        } else {
            expect('{');
            for (boolean more = peek() != '}'; more; more = comma('}')) {
                String key = string();
                expect(':');
                switch (key) {
                    case "rate" -> rate = number();
                    case "unit" -> factor = factor(string());
                    case "values" -> values = numbers();
                    default -> skip(0);
                }
            }
            expect('}');
        }
        if (peek() != 0) {
            throw wrong("nothing more");
        }
        if (values == null) {
            throw new IllegalArgumentException("the burst has no \"values\"");
        }
        for (int i = 0; i < values.length && factor != 1; i++) {
            values[i] *= factor;
        }
        return new Burst(rate, values);
    }

    private static double factor(String unit) {
        return switch (unit) {
            case STANDARD -> 1;
            case "g", "[g]" -> GRAVITY;
            default -> throw new IllegalArgumentException("the burst's unit is '" + unit + "', it must be m/s2 or [g]");
        };
    }

    private double[] numbers() {
        expect('[');
        double[] values = new double[1024];
        int count = 0;
        for (boolean more = peek() != ']'; more; more = comma(']')) {
            if (count == Burst.MOST) {
                throw new IllegalArgumentException("a burst of more than " + Burst.MOST + " values");
            }
            values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
            values[count++] = number();
        }
        expect(']');
        return Arrays.copyOf(values, count);
    }

    private double number() {
        int from = skipSpace();
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            double value = Double.parseDouble(text.substring(from, at));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw (IllegalArgumentException) wrongAt(from, "a number").initCause(e);
        }
        throw wrongAt(from, "a number");
    }

    private String string() {
        expect('"');
        int end = text.indexOf('"', at);
        if (end < 0 || text.lastIndexOf('\\', end) >= at) {
            throw wrong("a word without escapes");
        }
        String word = text.substring(at, end);
        at = end + 1;
        return word;
    }

    private void skip(int depth) {
        if (depth > DEPTH) {
            throw wrong("less depth");
        }
        switch (peek()) {
            case '"' -> string();
            case '[' -> {
                at++;
                for (boolean more = peek() != ']'; more; more = comma(']')) {
                    skip(depth + 1);
                }
                expect(']');
            }
            case '{' -> {
                at++;
                for (boolean more = peek() != '}'; more; more = comma('}')) {
                    string();
                    expect(':');
                    skip(depth + 1);
                }
                expect('}');
            }
            case 't', 'f', 'n' -> word();
            default -> number();
        }
    }

    private void word() {
        for (String word : new String[] {"true", "false", "null"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return;
            }
        }
        throw wrong("a value");
    }

    /** @return true after a comma, false before the end */
    private boolean comma(char end) {
        if (peek() == ',') {
            at++;
            return true;
        }
        if (peek() != end) {
            throw wrong("',' or '" + end + "'");
        }
        return false;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    /** The next character that is no space, 0 at the end. */
    private char peek() {
        return skipSpace() < text.length() ? text.charAt(at) : 0;
    }

    private int skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private IllegalArgumentException wrong(String wanted) {
        return wrongAt(at, wanted);
    }

    private static IllegalArgumentException wrongAt(int place, String wanted) {
        return new IllegalArgumentException("the burst is not readable: " + wanted + " is wanted at character " + (place + 1));
    }
}
