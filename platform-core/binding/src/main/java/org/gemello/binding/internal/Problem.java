package org.gemello.binding.internal;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.gemello.binding.Place;

/** Something wrong at a place, with the remedy. Its text quotes a file that may be hostile: one line, and not a long one. */
record Problem(Place place, String text) implements Comparable<Problem> {
    private static final Pattern LINES = Pattern.compile(":\\d+:\\d+");
    private static final int LONGEST = 400;
    private static final Comparator<Problem> IN_READING_ORDER = Comparator.comparing((Problem p) -> p.place().file())
            .thenComparing(p -> p.place().line()).thenComparing(p -> p.place().column()).thenComparing(Problem::text);

    Problem {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        text = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** The same for a problem that only has moved within its file. */
    String withoutLines() {
        return place.file() + ": " + LINES.matcher(text).replaceAll("");
    }

    @Override
    public int compareTo(Problem other) {
        return IN_READING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
