package org.gemello.energy.grid;

import java.util.List;

/**
 * What the loss of one branch does. Sorts by severity: split grid (most cut-off load first), no solution, worst overload.
 *
 * @param branch    its place in the case
 * @param from      bus number
 * @param to        bus number
 * @param cutOff    numbers of the buses that lose their connection
 * @param lostLoad  load of these buses in MW
 * @param collapse  why the power flow has no solution; empty where it has one
 * @param overloads branches above their rating, worst first
 * @param voltages  buses outside their voltage limits that were inside before
 */
public record Contingency(int branch, int from, int to, List<Integer> cutOff, double lostLoad, String collapse,
        List<Overload> overloads, List<VoltageViolation> voltages) implements Comparable<Contingency> {

    /** @param loading apparent power over rating, above 1 */
    public record Overload(int branch, int from, int to, double loading) {
    }

    /** @param voltage in p.u. */
    public record VoltageViolation(int bus, double voltage) {
    }

    /** Whether anything is wrong after the loss. */
    public boolean harmful() {
        return !cutOff.isEmpty() || !collapse.isEmpty() || !overloads.isEmpty() || !voltages.isEmpty();
    }

    /** Apparent power over rating of the worst branch; 1 where none is above. */
    public double worstLoading() {
        return overloads.isEmpty() ? 1 : overloads.get(0).loading();
    }

    private int rank() {
        return !cutOff.isEmpty() ? 0 : !collapse.isEmpty() ? 1 : !overloads.isEmpty() ? 2 : 3;
    }

    @Override
    public int compareTo(Contingency other) {
        int byRank = Integer.compare(rank(), other.rank());
        int byLoad = Double.compare(other.lostLoad, lostLoad);
        int byLoading = Double.compare(other.worstLoading(), worstLoading());
        int byVoltages = Integer.compare(other.voltages.size(), voltages.size());
        int byPlace = Integer.compare(branch, other.branch);
        return byRank != 0 ? byRank : byLoad != 0 ? byLoad : byLoading != 0 ? byLoading : byVoltages != 0 ? byVoltages : byPlace;
    }
}
