package org.gemello.energy.wake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.gemello.energy.wake.WakeModel.Superposition;

/** A farm in steady wind: from the first turbine to the last, each gets what those ahead of it leave. Immutable. */
public final class WakeFarm {
    /** Rotors closer than this along the wind stand beside one another. */
    private static final double BESIDE = 1;
    private static final double LEAST_LINK = 0.01;
    /** Where a wake is told for drawing, in diameters. */
    private static final double[] RINGS = {0.2, 2, 5, 9, 15};
    /** Of the disc in m over which the deficit in the middle of a wake is taken. */
    private static final double MIDDLE = 1;
    private final List<WakeTurbine> turbines;
    private final WakeModel model;

    /** @throws IllegalArgumentException where two turbines stand in the same place */
    public WakeFarm(List<WakeTurbine> turbines, WakeModel model) {
        this.turbines = List.copyOf(turbines);
        this.model = model;
        for (int i = 0; i < turbines.size(); i++) {
            for (int j = 0; j < i; j++) {
                WakeTurbine one = turbines.get(i);
                WakeTurbine other = turbines.get(j);
                if (Math.hypot(one.east() - other.east(), one.north() - other.north()) < one.curve().radius()) {
                    throw new IllegalArgumentException(other.name() + " and " + one.name() + " stand in the same place");
                }
            }
        }
    }

    public List<WakeTurbine> turbines() {
        return turbines;
    }

    /** Some of the turbines, by their places in the list, as a farm of their own. */
    public WakeFarm part(List<Integer> places) {
        return new WakeFarm(places.stream().map(turbines::get).toList(), model);
    }

    /** All turbines face the wind and run as hard as they can. */
    public List<TurbineFlow> flow(FreeWind wind) {
        return flow(wind, Collections.nCopies(turbines.size(), Operation.NORMAL));
    }

    /** @param operations one for each turbine, in their order */
    public List<TurbineFlow> flow(FreeWind wind, List<Operation> operations) {
        Integer[] order = new Integer[turbines.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wind.downstream(turbines.get(i).east(), turbines.get(i).north())));
        WakeSource[] sources = new WakeSource[order.length];
        TurbineFlow[] flows = new TurbineFlow[order.length];
        for (int at : order) {
            flows[at] = behind(sources, flows, wind, at, operations.get(at));
            sources[at] = source(at, operations.get(at), flows[at]);
        }
        return Arrays.asList(flows);
    }

    /** What one turbine gets behind those that are known already. */
    private TurbineFlow behind(WakeSource[] sources, TurbineFlow[] flows, FreeWind wind, int at, Operation operation) {
        WakeTurbine turbine = turbines.get(at);
        boolean linear = model.superposition() == Superposition.LINEAR;
        double radius = turbine.curve().radius();
        double sum = 0;
        double added = 0;
        for (int from = 0; from < sources.length; from++) {
            if (sources[from] == null || sources[from].thrustCoefficient() == 0) {
                continue;
            }
            double east = turbine.east() - turbines.get(from).east();
            double north = turbine.north() - turbines.get(from).north();
            double downstream = wind.downstream(east, north);
            if (downstream > BESIDE) {
                double lateral = wind.lateral(east, north);
                double deficit = model.deficit(sources[from], downstream, lateral, radius);
                sum += linear ? deficit * flows[from].wind() / wind.speed() : deficit * deficit;
                added = Math.max(added, AddedTurbulence.at(model, sources[from], wind.turbulence(), downstream, lateral, radius));
            }
        }
        double deficit = Math.min(linear ? sum : Math.sqrt(sum), 1);
        double local = wind.speed() * (1 - deficit);
        return new TurbineFlow(local, deficit, Math.hypot(wind.turbulence(), added), operation.power(turbine.curve(), local),
                operation.power(turbine.curve(), wind.speed()));
    }

    /**
     * The wake of one turbine at another.
     *
     * @param deficit share of the wind that it takes there, by itself
     */
    public record Link(String from, String to, double deficit) {
    }

    /** Which turbine reaches which, from 1 % of the wind on, in the flow that was found for these operations. */
    public List<Link> links(FreeWind wind, List<Operation> operations, List<TurbineFlow> flows) {
        List<Link> links = new ArrayList<>();
        for (int from = 0; from < flows.size(); from++) {
            WakeSource source = source(from, operations.get(from), flows.get(from));
            for (int to = 0; to < flows.size() && source.thrustCoefficient() > 0; to++) {
                double deficit = deficit(source, from, to, wind);
                if (deficit >= LEAST_LINK) {
                    links.add(new Link(turbines.get(from).name(), turbines.get(to).name(), deficit));
                }
            }
        }
        return links;
    }

    private double deficit(WakeSource source, int from, int to, FreeWind wind) {
        double east = turbines.get(to).east() - turbines.get(from).east();
        double north = turbines.get(to).north() - turbines.get(from).north();
        double downstream = wind.downstream(east, north);
        return downstream > BESIDE ? model.deficit(source, downstream, wind.lateral(east, north), turbines.get(to).curve().radius()) : 0;
    }

    /**
     * A cut across the wake of a turbine.
     *
     * @param from       turbine that leaves it
     * @param downstream distance in m behind it
     * @param lateral    place of the middle in m, positive to the left for whoever looks down the wind
     * @param radius     in m
     * @param deficit    share of the free wind that this wake alone takes in its middle
     */
    public record Ring(String from, double downstream, double lateral, double radius, double deficit) {
    }

    /** The wakes by themselves as they can be drawn, five rings for each turbine that leaves one, in the flow that was found for these operations. */
    public List<Ring> rings(FreeWind wind, List<Operation> operations, List<TurbineFlow> flows) {
        List<Ring> rings = new ArrayList<>();
        for (int at = 0; at < flows.size(); at++) {
            WakeSource source = source(at, operations.get(at), flows.get(at));
            double local = model.superposition() == Superposition.LINEAR ? flows.get(at).wind() / wind.speed() : 1;
            for (int ring = 0; ring < RINGS.length && source.thrustCoefficient() > 0; ring++) {
                double downstream = RINGS[ring] * source.diameter();
                double lateral = model.deflection(source, downstream);
                rings.add(new Ring(turbines.get(at).name(), downstream, lateral, model.edge(source, downstream),
                        local * model.deficit(source, downstream, lateral, MIDDLE)));
            }
        }
        return rings;
    }

    private WakeSource source(int at, Operation operation, TurbineFlow flow) {
        TurbineCurve curve = turbines.get(at).curve();
        return new WakeSource(curve.radius(), operation.thrust(curve, flow.wind()), flow.turbulence(), operation.yaw());
    }

    /** Power of all in kW. */
    public static double power(List<TurbineFlow> flows) {
        return flows.stream().mapToDouble(TurbineFlow::power).sum();
    }

    /** Power of all in kW that they would give without wakes. */
    public static double freePower(List<TurbineFlow> flows) {
        return flows.stream().mapToDouble(TurbineFlow::freePower).sum();
    }
}
