package org.gemello.energy.plant;

/**
 * What a variable is.
 *
 * @param name    string identifier of its NodeId, such as {@code WT01.WTUR.W}
 * @param title   for people
 * @param initial first value, a {@link Double}, {@link Float}, {@link Integer} or unsigned integer, or an array of these; its class is the
 *                data type
 * @param unit    engineering unit, {@link Unit#NONE} for a number without
 * @param low     lowest value in regular operation; a writable variable takes none below
 * @param high    highest value in regular operation; a writable variable takes none above
 */
record Tag(String name, String title, Object initial, Unit unit, double low, double high) {
    /** The part before the first dot: the folder. */
    String group() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The part after the first dot. */
    String shortName() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** What the plant speaks: units of the SI. Codes after UNECE Recommendation 20, as OPC UA Part 8 wants them. */
    enum Unit {
        NONE("", ""), WATT("WTT", "W"), METRE_PER_SECOND("MTS", "m/s"), RADIAN_PER_SECOND("2A", "rad/s"), RADIAN("C81", "rad"),
        METRE_PER_SECOND_SQUARED("MSK", "m/s\u00b2"), DEGREE("DD", "\u00b0"), KELVIN("KEL", "K"), PASCAL("PAL", "Pa"), NEWTON("NEW", "N"),
        NEWTON_METRE("NU", "N\u00b7m"), PERCENT("P1", "%");

        private final String code;
        private final String symbol;

        Unit(String code, String symbol) {
            this.code = code;
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        /** The code's characters as a number, first one highest. */
        int id() {
            return code.chars().reduce(0, (id, character) -> id << 8 | character);
        }
    }
}
