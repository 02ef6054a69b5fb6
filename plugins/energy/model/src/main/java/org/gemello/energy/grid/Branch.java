package org.gemello.energy.grid;

/**
 * A line or transformer.
 *
 * @param from       number of the bus at the tap side
 * @param to         number of the other bus
 * @param resistance series, in p.u.
 * @param reactance  series, in p.u.; not 0 together with the resistance
 * @param charging   total line charging susceptance in p.u.
 * @param rating     long-term limit in MVA; 0: none
 * @param ratio      off-nominal turns ratio; 0: a line, which is 1
 * @param shift      phase shift in degrees, positive: delay of the "to" side
 * @param inService  false: it is as if it were not there
 */
public record Branch(int from, int to, double resistance, double reactance, double charging, double rating, double ratio, double shift,
        boolean inService) {
    public Branch {
        String name = "branch " + from + "-" + to;
        GridCase.require(from != to, name + ": both ends are the same bus");
        GridCase.require(Double.isFinite(resistance + reactance + charging + shift), name + ": a value is not a finite number");
        GridCase.require(Math.hypot(resistance, reactance) > 1e-9, name + ": the impedance is 0; join the two buses instead");
        GridCase.require(ratio >= 0 && ratio < 100, name + ": turns ratio " + ratio + " is not between 0 and 100");
        GridCase.require(rating >= 0, name + ": rating " + rating + " MVA is below 0");
    }

    /** Turns ratio with 1 for a line. */
    public double turns() {
        return ratio == 0 ? 1 : ratio;
    }

    Branch outOfService() {
        return new Branch(from, to, resistance, reactance, charging, rating, ratio, shift, false);
    }
}
