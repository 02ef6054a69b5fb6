package org.gemello.energy.farm;

import java.util.List;
import org.gemello.energy.farm.FarmEstimate.AtTurbine;
import org.gemello.energy.text.JsonText;
import org.gemello.energy.wake.WakeFarm.Link;
import org.gemello.energy.wake.WakeFarm.Ring;

/** A farm's turbines and wakes as documents for people and scripts. */
public final class FarmTables {
    /** So many rows fit into a document. */
    private static final int MOST_TURBINES = 120;
    private static final int MOST_LINKS = 250;
    /** Of a document, in characters, and what a ring takes of it beside its turbine's name. */
    private static final int LONGEST = 15_500;
    private static final int RING = 23;

    private FarmTables() {
    }

    /** Where each turbine stands, and what it gets and gives: m, m/s, percent, kW. The first 120 turbines. */
    public static String turbines(FarmEstimate estimate) {
        List<AtTurbine> rows = estimate.turbines().stream().limit(MOST_TURBINES).toList();
        JsonText table = new JsonText().texts("twin", rows, AtTurbine::name).numbers("east", rows, AtTurbine::east, 0)
                .numbers("north", rows, AtTurbine::north, 0).numbers("wind", rows, AtTurbine::wind, 2)
                .numbers("deficit", rows, row -> 100 * row.deficit(), 1).numbers("power", rows, AtTurbine::power, 0)
                .numbers("expected", rows, AtTurbine::waked, 0).numbers("free", rows, AtTurbine::free, 0)
                .numbers("own", rows, AtTurbine::own, 0).numbers("wakeLoss", rows, row -> row.free() - row.waked(), 0)
                .numbers("turbineLoss", rows, row -> row.own() - row.power(), 0);
        return new JsonText().with("turbines", table).toString();
    }

    /** Which turbine takes wind from which, in percent; the strongest 250. */
    public static String wakes(FarmEstimate estimate) {
        List<Link> rows = estimate.wakes().stream().sorted((one, other) -> Double.compare(other.deficit(), one.deficit())).limit(MOST_LINKS)
                .toList();
        JsonText table = new JsonText().texts("from", rows, Link::from).texts("to", rows, Link::to)
                .numbers("deficit", rows, row -> 100 * row.deficit(), 1);
        return new JsonText().with("pairs", table).toString();
    }

    /**
     * How the wakes lie: rings behind the turbines, along the wind and to its left in m, with the deficit in percent; those
     * of about 100 turbines fit into a document.
     */
    public static String rings(FarmEstimate estimate) {
        int longestName = estimate.turbines().stream().mapToInt(row -> row.name().length()).max().orElse(0);
        List<Ring> rows = estimate.rings().stream().limit(LONGEST / (RING + longestName)).toList();
        JsonText table = new JsonText().texts("twin", rows, Ring::from).numbers("along", rows, Ring::downstream, 0)
                .numbers("aside", rows, Ring::lateral, 0).numbers("radius", rows, Ring::radius, 0)
                .numbers("deficit", rows, row -> 100 * row.deficit(), 1);
        return new JsonText().with("rings", table).toString();
    }
}
