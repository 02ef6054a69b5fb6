package org.gemello.energy.grid;

import java.util.List;

/**
 * A solved power flow. Lists are in the order of the case.
 *
 * @param buses      state of every bus
 * @param branches   state of every branch; zeros where it is out of service
 * @param iterations Newton steps of the last round
 * @param mismatch   largest power mismatch left, in p.u.
 */
public record FlowResult(List<BusState> buses, List<BranchState> branches, int iterations, double mismatch) {

    /**
     * @param number          of the bus
     * @param voltage         in p.u.
     * @param angle           in degrees
     * @param generation      delivered by its generators, in MW
     * @param reactive        delivered by its generators, in Mvar
     * @param atReactiveLimit true where its generators cannot hold the voltage
     */
    public record BusState(int number, double voltage, double angle, double generation, double reactive, boolean atReactiveLimit) {
    }

    /**
     * @param activeFrom   into the branch at its "from" end, in MW
     * @param reactiveFrom likewise in Mvar
     * @param activeTo     into the branch at its "to" end, in MW
     * @param reactiveTo   likewise in Mvar
     * @param loading      the larger apparent power over the rating; 0 where there is no rating
     */
    public record BranchState(int from, int to, double activeFrom, double reactiveFrom, double activeTo, double reactiveTo,
            double loading) {
        /** Heat in MW. */
        public double loss() {
            return activeFrom + activeTo;
        }
    }

    /** Active losses of all branches in MW. */
    public double loss() {
        return branches.stream().mapToDouble(BranchState::loss).sum();
    }

    /** State of the bus with this number. */
    public BusState bus(int number) {
        return buses.stream().filter(bus -> bus.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bus " + number));
    }
}
