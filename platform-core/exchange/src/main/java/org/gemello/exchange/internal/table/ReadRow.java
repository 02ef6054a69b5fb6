package org.gemello.exchange.internal.table;

/**
 * A row as read.
 *
 * @param place   for people: {@code line 17} or {@code row 16}
 * @param values  one element for each column of the table; empty where there is a problem
 * @param problem why it cannot be used, empty where it can
 * @param text    the row as it stands in the file, as far as that is known
 */
public record ReadRow(String place, Object[] values, String problem, String text) {
    public static ReadRow good(String place, Object[] values, String text) {
        return new ReadRow(place, values, "", text);
    }

    public static ReadRow bad(String place, String problem, String text) {
        return new ReadRow(place, new Object[0], problem, text);
    }

    public boolean isGood() {
        return problem.isEmpty();
    }
}
