package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A case at its estimated state: loads are what is left of the injections, generators hold the voltages that there are. */
final class LiveCase {
    private LiveCase() {
    }

    static GridCase of(GridCase grid, EstimatedState live) {
        Map<Integer, Integer> index = grid.busIndex();
        int n = grid.buses().size();
        double[] active = new double[n];
        double[] reactive = new double[n];
        for (FlowResult.BranchState branch : live.branches()) {
            active[index.get(branch.from())] += branch.activeFrom();
            reactive[index.get(branch.from())] += branch.reactiveFrom();
            active[index.get(branch.to())] += branch.activeTo();
            reactive[index.get(branch.to())] += branch.reactiveTo();
        }
        List<Generator> generators = new ArrayList<>();
        for (Generator each : grid.generators()) {
            int place = index.get(each.bus());
            generators.add(new Generator(each.bus(), each.power(), each.reactivePower(), each.highestReactive(), each.lowestReactive(),
                    live.voltage().get(place), each.inService()));
            if (each.inService()) {
                active[place] -= each.power();
                reactive[place] -= each.reactivePower();
            }
        }
        List<Bus> buses = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Bus bus = grid.buses().get(i);
            double square = live.voltage().get(i) * live.voltage().get(i);
            buses.add(bus.withLoad(-active[i] - bus.conductance() * square, -reactive[i] + bus.susceptance() * square));
        }
        return new GridCase(grid.baseMva(), buses, generators, grid.branches());
    }
}
