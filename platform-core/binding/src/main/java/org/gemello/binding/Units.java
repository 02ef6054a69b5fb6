package org.gemello.binding;

/** Conversion between units of measure, written in UCUM (case sensitive). */
public final class Units {
    private Units() {
    }

    /**
     * How a value in one unit becomes a value in another.
     *
     * @throws IllegalArgumentException where a unit is not UCUM or the two do not measure the same quantity; the message names them
     */
    public static LinearScale conversion(String from, String to) {
        if (from.equals(to)) {
            return LinearScale.IDENTITY;
        }
        throw new IllegalArgumentException("no conversion from '" + from + "' to '" + to + "'");
    }
}
