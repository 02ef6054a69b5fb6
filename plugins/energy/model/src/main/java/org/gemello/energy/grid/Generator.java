package org.gemello.energy.grid;

/**
 * A generator in or out of service.
 *
 * @param bus             number of its bus
 * @param power           delivered active power in MW
 * @param reactivePower   last known reactive power in Mvar
 * @param highestReactive in Mvar
 * @param lowestReactive  in Mvar, not above the highest
 * @param voltage         set point in p.u., above 0
 * @param inService       false: it is as if it were not there
 */
public record Generator(int bus, double power, double reactivePower, double highestReactive, double lowestReactive, double voltage,
        boolean inService) {
    public Generator {
        GridCase.require(Double.isFinite(power + reactivePower), "generator at bus " + bus + ": power is not a finite number");
        GridCase.require(highestReactive >= lowestReactive,
                "generator at bus " + bus + ": highest reactive power " + highestReactive + " is below the lowest " + lowestReactive);
        GridCase.require(voltage > 0 && voltage < 10,
                "generator at bus " + bus + ": voltage set point " + voltage + " p.u. is not between 0 and 10");
    }
}
