package org.gemello.binding;

import org.gemello.binding.internal.Ucum;

/**
 * Conversion between units of measure, written in UCUM (case sensitive; the Unified Code for Units of Measure, ucum.org), such as
 * {@code kW}, {@code m/s}, {@code Cel}, {@code [degF]}, {@code %}, {@code kW.h}, {@code /min}. Annotations in braces say what is
 * counted and change nothing: {@code {rev}/min} is {@code /min}. Not known are UCUM's powers of ten ({@code 10*3}), the levels
 * with a logarithm ({@code dB[SPL]}, {@code B}) and {@code [degR]}. Safe for use by many threads.
 */
public final class Units {
    private Units() {
    }

    /**
     * How a value in one unit becomes a value in another. An angle is a quantity of its own here: {@code /min} is not converted to
     * {@code rad/s}, where 2 pi would be lost without a word; {@code circ/min} is.
     *
     * @throws IllegalArgumentException where a unit is not UCUM, the two do not measure the same quantity, or the conversion is
     *                                  not linear; the message names them
     */
    public static LinearScale conversion(String from, String to) {
        return Ucum.conversion(from, to);
    }

    /** @throws IllegalArgumentException where the text is not a UCUM unit; the message names it and a remedy */
    public static void check(String unit) {
        Ucum.unit(unit);
    }
}
