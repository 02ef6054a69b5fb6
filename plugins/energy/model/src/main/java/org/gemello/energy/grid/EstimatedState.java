package org.gemello.energy.grid;

import java.util.List;

/**
 * Live state of a grid as its meters tell.
 *
 * @param numbers   bus numbers in the order of the case
 * @param voltage   in p.u.
 * @param angle     in degrees
 * @param branches  flows that follow from the state
 * @param rejected  meters taken out as bad data, in the order they were found, with normalised residual
 * @param missing   names of meters without a finite reading or at a branch out of service
 * @param critical  names of meters whose error could not show, because nothing else measures the same
 * @param objective weighted sum of squared residuals; about the redundancy when all is well
 * @param redundancy meters used minus states
 */
public record EstimatedState(List<Integer> numbers, List<Double> voltage, List<Double> angle, List<FlowResult.BranchState> branches,
        List<Rejected> rejected, List<String> missing, List<String> critical, double objective, int redundancy) {

    /**
     * @param meter    the meter with its bad reading
     * @param expected what the others say it should be, in its unit
     * @param residual normalised: in standard deviations of the residual
     */
    public record Rejected(Meter meter, double expected, double residual) {
    }
}
