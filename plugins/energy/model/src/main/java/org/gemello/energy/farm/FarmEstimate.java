package org.gemello.energy.farm;

import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.WakeFarm.Link;
import org.gemello.energy.wake.WakeFarm.Ring;

/**
 * What a farm's twin concludes. Powers are means of a minute, in kW.
 *
 * @param time     source time in ns since the epoch
 * @param wind     ahead of the farm
 * @param normalised the same wind in air of the density to which the turbines' curves refer
 * @param operations how each turbine is run
 * @param turbines in the order of the layout
 * @param wakes    from turbine to turbine
 * @param rings    the same wakes as they can be drawn
 * @param alarms   alarms that have changed
 * @param quality  uncertain where a turbine is not seen: its expected power stands for the measured one
 */
public record FarmEstimate(long time, FreeWind wind, FreeWind normalised, List<Operation> operations, List<AtTurbine> turbines, List<Link> wakes,
                           List<Ring> rings, List<AlarmChange> alarms, Quality quality) {
    public FarmEstimate {
        operations = List.copyOf(operations);
        turbines = List.copyOf(turbines);
        wakes = List.copyOf(wakes);
        rings = List.copyOf(rings);
        alarms = List.copyOf(alarms);
    }

    /**
     * One turbine.
     *
     * @param name    of its twin
     * @param wind    that should reach it, in m/s
     * @param deficit share of the free wind that is missing
     * @param power   measured
     * @param free    what it would give without wakes, as it is run
     * @param waked   what it should give with the wakes
     * @param own     what its own twin expects at the wind that it measures
     */
    public record AtTurbine(String name, double east, double north, double wind, double deficit, double power, double free, double waked,
                            double own) {
    }

    /** Measured power of the farm. */
    public double power() {
        return turbines.stream().mapToDouble(AtTurbine::power).sum();
    }

    /** What the farm would give without wakes. */
    public double free() {
        return turbines.stream().mapToDouble(AtTurbine::free).sum();
    }

    /** What the farm should give with wakes. */
    public double waked() {
        return turbines.stream().mapToDouble(AtTurbine::waked).sum();
    }

    /** What the turbines' own twins expect. */
    public double own() {
        return turbines.stream().mapToDouble(AtTurbine::own).sum();
    }

    /** Loss by wakes in percent of what the farm would give without; NaN in a calm. */
    public double wakeLoss() {
        return free() > 0 ? 100 * (1 - waked() / free()) : Double.NaN;
    }
}
