package org.gemello.energy.rul;

import java.util.List;

/**
 * What was recorded of one machine, from its first cycle on.
 *
 * @param unit number of the machine
 * @param cycles sensor values per cycle, in the order of time; every cycle has the same sensors, each in its own unit
 */
public record EngineRun(int unit, List<double[]> cycles) {
    public EngineRun {
        cycles = List.copyOf(cycles);
    }

    public int length() {
        return cycles.size();
    }
}
