package org.gemello.binding.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Guesses what a misspelt word was meant to be. */
public final class NearestWord {
    private NearestWord() {
    }

    /** The known word with the smallest edit distance, where that is at most a third of the word's length (2 for short words). */
    public static Optional<String> to(String word, Collection<String> known) {
        int tolerance = Math.max(2, word.length() / 3);
        return known.stream().filter(candidate -> Math.abs(candidate.length() - word.length()) <= tolerance).sorted()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= tolerance);
    }

    /** What to add to a message: {@code ; did you mean 'x'?} where there is a guess, else {@code ; known are [..]}. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> "; did you mean '" + near + "'?").orElseGet(() -> "; known are " + new TreeSet<>(known));
    }

    /** Levenshtein's distance, case ignored, row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
