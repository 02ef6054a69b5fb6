package org.gemello.gpack.internal;

/** Text from a file that may be hostile, made fit for a message. */
public final class Quoted {
    private static final int NAME = 120;

    private Quoted() {
    }

    /** On one line, cut at a length. */
    public static String line(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "?");
        return line.length() <= longest ? line : line.substring(0, longest) + "...";
    }

    /** A name in quotes. */
    public static String name(String text) {
        return "'" + line(text, NAME) + "'";
    }
}
