package org.gemello.energy.optimise;

import org.gemello.energy.rotor.DriftedRotor;

/**
 * Finds the correction of the pitch that gives most power in the wind there is: on a grid of a tenth of a degree around what takes the
 * offset back. Thrust must not be above that of the turbine as designed in any of these winds, which also keeps the blades from stall:
 * towards stall the thrust rises.
 */
final class PitchSearch {
    private static final double STEP = Math.toRadians(0.1);
    private static final int STEPS = 10;
    private static final double THRUST_SLACK = 1.002;
    private final YieldModel model;
    private final DriftedRotor sound;
    private final Settings settings;

    /** @param settings without correction */
    PitchSearch(YieldModel model, DriftedRotor sound, Settings settings) {
        this.model = model;
        this.sound = sound;
        this.settings = settings;
    }

    /** Correction in rad for blades that stand off by this much (rad). */
    double best(double offset) {
        double mostThrust = THRUST_SLACK * model.of(sound, settings).thrust();
        double best = -offset;
        double most = model.of(sound, settings).power();
        for (int i = -STEPS; i <= STEPS; i++) {
            Yield yield = model.of(sound, settings.withCorrection(i * STEP));
            if (yield.thrust() <= mostThrust && yield.power() > most) {
                most = yield.power();
                best = i * STEP - offset;
            }
        }
        return best;
    }
}
