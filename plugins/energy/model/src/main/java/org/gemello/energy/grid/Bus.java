package org.gemello.energy.grid;

/**
 * A node of the grid; the columns of a MATPOWER bus row that a power flow needs.
 *
 * @param number           its number in the case, above 0, unique
 * @param kind             what is given there
 * @param load             drawn active power in MW
 * @param reactiveLoad     drawn reactive power in Mvar
 * @param conductance      shunt, MW drawn at 1 p.u.
 * @param susceptance      shunt, Mvar delivered at 1 p.u.
 * @param voltage          start or last known magnitude in p.u., above 0
 * @param angle            start or last known angle in degrees
 * @param highestVoltage   upper limit in p.u.; 0: none
 * @param lowestVoltage    lower limit in p.u.; 0: none
 */
public record Bus(int number, Kind kind, double load, double reactiveLoad, double conductance, double susceptance,
        double voltage, double angle, double highestVoltage, double lowestVoltage) {

    /** What is given at a bus; the rest is computed. */
    public enum Kind {
        /** Active and reactive power. */
        LOAD,
        /** Active power and voltage. */
        GENERATOR,
        /** Voltage and angle: takes what is left. */
        SLACK
    }

    public Bus {
        GridCase.require(number > 0, "bus " + number + ": a bus number is above 0");
        GridCase.require(Double.isFinite(load + reactiveLoad + conductance + susceptance + angle + highestVoltage + lowestVoltage),
                "bus " + number + ": a value is not a finite number");
        GridCase.require(voltage > 0 && voltage < 10, "bus " + number + ": voltage " + voltage + " p.u. is not between 0 and 10");
    }

    /** The same bus with another load, in MW and Mvar. */
    public Bus withLoad(double active, double reactive) {
        return new Bus(number, kind, active, reactive, conductance, susceptance, voltage, angle, highestVoltage, lowestVoltage);
    }
}
