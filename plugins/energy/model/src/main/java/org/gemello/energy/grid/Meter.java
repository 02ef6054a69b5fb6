package org.gemello.energy.grid;

/**
 * A reading of the live grid.
 *
 * @param name      as the operator knows it
 * @param quantity  what is measured
 * @param place     bus number, or for a flow the place of the branch in the case
 * @param value     p.u. for voltages, degrees for angles, MW or Mvar for powers; NaN: no reading
 * @param deviation standard deviation of its error in the same unit, above 0
 */
public record Meter(String name, Quantity quantity, int place, double value, double deviation) {

    /** What a meter measures; injections are generation minus load, flows are positive into the branch. */
    public enum Quantity {
        VOLTAGE, ANGLE, ACTIVE_INJECTION, REACTIVE_INJECTION,
        ACTIVE_FROM, REACTIVE_FROM, ACTIVE_TO, REACTIVE_TO;

        boolean atBranch() {
            return compareTo(ACTIVE_FROM) >= 0;
        }

        boolean active() {
            return this == ACTIVE_INJECTION || this == ACTIVE_FROM || this == ACTIVE_TO;
        }
    }

    public Meter {
        GridCase.require(deviation > 0 && Double.isFinite(deviation), "meter " + name + ": standard deviation " + deviation
                + " is not above 0");
    }

    /** The same meter with another reading. */
    public Meter reading(double other) {
        return new Meter(name, quantity, place, other, deviation);
    }
}
