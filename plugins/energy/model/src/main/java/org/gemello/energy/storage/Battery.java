package org.gemello.energy.storage;

/**
 * Equivalent circuit of a cell or pack: open-circuit voltage, series resistance and two RC pairs (G. L. Plett, Battery Management
 * Systems volume I, 2015, 2.5 to 2.7). Current is positive on discharge.
 *
 * @param capacity    new, in Ah
 * @param openCircuit voltage in V over state of charge, evenly spaced from 0 to 1, rising
 * @param series      resistance in ohm
 * @param fast        resistance of the fast pair in ohm
 * @param fastTime    its time constant in s
 * @param slow        resistance of the slow pair in ohm
 * @param slowTime    its time constant in s
 */
public record Battery(double capacity, double[] openCircuit, double series, double fast, double fastTime, double slow, double slowTime) {
    public Battery {
        openCircuit = openCircuit.clone();
        if (!(capacity > 0 && series > 0 && fast >= 0 && slow >= 0 && fastTime > 0 && slowTime > 0) || openCircuit.length < 2) {
            throw new IllegalArgumentException("a battery has capacity, resistances, time constants above 0 and two open-circuit voltages");
        }
        for (int i = 1; i < openCircuit.length; i++) {
            if (!(openCircuit[i] > openCircuit[i - 1])) {
                throw new IllegalArgumentException("open-circuit voltage does not rise at state of charge "
                        + i / (openCircuit.length - 1.0));
            }
        }
    }

    @Override
    public double[] openCircuit() {
        return openCircuit.clone();
    }

    /** Open-circuit voltage in V; continued in a straight line outside 0..1. */
    public double openCircuit(double charge) {
        int steps = openCircuit.length - 1;
        int i = (int) Math.max(0, Math.min(steps - 1, Math.floor(charge * steps)));
        return openCircuit[i] + (charge * steps - i) * (openCircuit[i + 1] - openCircuit[i]);
    }

    /**
     * State of the circuit.
     *
     * @param charge state of charge, 0..1
     * @param fast   voltage over the fast pair in V
     * @param slow   voltage over the slow pair in V
     */
    public record State(double charge, double fast, double slow) {
    }

    /**
     * The state after constant current.
     *
     * @param current in A, positive on discharge
     * @param seconds 0 and more
     * @param health  present capacity over new capacity, above 0
     */
    public State after(State state, double current, double seconds, double health) {
        double keepFast = Math.exp(-seconds / fastTime);
        double keepSlow = Math.exp(-seconds / slowTime);
        return new State(state.charge - current * seconds / 3600 / (capacity * health),
                state.fast * keepFast + fast * current * (1 - keepFast), state.slow * keepSlow + slow * current * (1 - keepSlow));
    }

    /** Terminal voltage in V. */
    public double voltage(State state, double current, double seriesResistance) {
        return openCircuit(state.charge) - current * seriesResistance - state.fast - state.slow;
    }
}
