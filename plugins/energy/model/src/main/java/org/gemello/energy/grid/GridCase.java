package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A grid and its operating point. Checked when made: bus numbers are unique, ends exist, one slack bus.
 *
 * @param baseMva    base of the p.u. system in MVA, above 0
 * @param buses      at least one
 * @param generators none at all is an error: the slack bus needs one for its voltage
 * @param branches   in the order of the file; a branch is named by its place in this list
 */
public record GridCase(double baseMva, List<Bus> buses, List<Generator> generators, List<Branch> branches) {
    public GridCase {
        buses = List.copyOf(buses);
        generators = List.copyOf(generators);
        branches = List.copyOf(branches);
        require(baseMva > 0 && baseMva < 1e9, "baseMVA " + baseMva + " is not a positive number");
        Map<Integer, Integer> index = index(buses);
        for (Generator generator : generators) {
            require(index.containsKey(generator.bus()), "a generator stands at bus " + generator.bus() + ", which is not in the bus table");
        }
        for (Branch branch : branches) {
            require(index.containsKey(branch.from()) && index.containsKey(branch.to()),
                    "branch " + branch.from() + "-" + branch.to() + " ends at a bus that is not in the bus table");
        }
        long slacks = buses.stream().filter(bus -> bus.kind() == Bus.Kind.SLACK).count();
        require(slacks == 1, "exactly one slack bus (type 3) is needed, there are " + slacks);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static Map<Integer, Integer> index(List<Bus> buses) {
        Map<Integer, Integer> index = new HashMap<>();
        for (Bus bus : buses) {
            require(index.put(bus.number(), index.size()) == null, "bus " + bus.number() + " is there twice");
        }
        return index;
    }

    /** Place in the list of buses by bus number. */
    Map<Integer, Integer> busIndex() {
        return index(buses);
    }

    /** The same grid without one branch. */
    public GridCase without(int branch) {
        List<Branch> rest = new ArrayList<>(branches);
        rest.set(branch, rest.get(branch).outOfService());
        return new GridCase(baseMva, buses, generators, rest);
    }

    /** The same grid with other bus loads. */
    public GridCase withBuses(List<Bus> others) {
        return new GridCase(baseMva, others, generators, branches);
    }

    /** Numbers of the buses that no branch in service connects with the slack bus. */
    public List<Integer> disconnected() {
        Map<Integer, Integer> index = busIndex();
        int[] parent = new int[buses.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (Branch branch : branches) {
            if (branch.inService()) {
                parent[root(parent, index.get(branch.from()))] = root(parent, index.get(branch.to()));
            }
        }
        int slack = 0;
        while (buses.get(slack).kind() != Bus.Kind.SLACK) {
            slack++;
        }
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            if (root(parent, i) != root(parent, slack)) {
                lost.add(buses.get(i).number());
            }
        }
        return lost;
    }

    private static int root(int[] parent, int node) {
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
}
