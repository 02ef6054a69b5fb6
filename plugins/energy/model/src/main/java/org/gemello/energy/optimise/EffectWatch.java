package org.gemello.energy.optimise;

import java.util.Locale;
import java.util.Optional;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * Measures what an advice has brought, at equal wind: power by the power curve of the turbine as designed, before and after. What the
 * wind does meanwhile falls out of the ratio.
 */
public final class EffectWatch {
    private static final double NORMAL_95 = 1.96;
    /** Share of rated power below which a second says nothing. */
    private static final double LEAST_POWER = 0.05;
    private static final long SECOND = 1_000_000_000L;
    /** Ice takes that much longer to go than a set point to take effect. */
    private static final int MELTING = 6;
    private final TurbineDesign design;
    private final SteadyCurve curve;
    private final long settling;
    private final int blocks;

    /**
     * @param settling  seconds after which a set point has taken effect
     * @param measuring seconds over which the effect is measured
     */
    public EffectWatch(TurbineDesign design, double settling, double measuring) {
        this.design = design;
        this.curve = SteadyCurve.of(design);
        this.settling = (long) (settling * SECOND);
        this.blocks = (int) Math.ceil(measuring / 10);
    }

    /**
     * What was measured.
     *
     * @param gain in the unit of the kind
     * @param low  lower end of its 95 % interval
     * @param high upper end
     */
    public record Effect(AdviceKind kind, double gain, double low, double high, String text) {
    }

    /**
     * A second whose sensors are good, of a turbine that runs.
     *
     * @param wind    along the rotor in m/s
     * @param power   electrical in W
     * @param speed   of the rotor in rad/s
     * @param drifted true where something has drifted
     */
    public void second(OptimiseState state, long now, double wind, double density, double power, double speed, boolean drifted) {
        state.wind.add(wind);
        double expected = curve.power(wind, density);
        if (expected < LEAST_POWER * design.ratedPower()) {
            return;
        }
        double efficiency = design.driveTrain().generatorEfficiency();
        double wear = YieldModel.damage(design, power / efficiency, speed);
        double soundWear = YieldModel.damage(design, expected / efficiency, curve.rotorSpeed(wind, density));
        if (state.awaited() == null) {
            if (drifted) {
                state.addDrifted(power, expected);
            } else {
                state.addSound(power, expected);
            }
            state.wearBefore.add(wear, soundWear);
        } else if (now - state.applied >= (state.awaited() == AdviceKind.BLADE_HEATING ? MELTING : 1) * settling) {
            state.after.add(power, expected);
            state.wearAfter.add(wear, soundWear);
        }
    }

    /** The effect, once it has been measured for long enough; then it is no longer awaited. */
    public Optional<Effect> effect(OptimiseState state) {
        AdviceKind kind = state.awaited();
        if (kind == null || state.after.blocks() < blocks) {
            return Optional.empty();
        }
        state.awaitNothing();
        double before = state.before.blocks() >= 3 ? state.before.ratio() : state.sound.ratio();
        double beforeDeviation = state.before.blocks() >= 3 ? state.before.deviation() : state.sound.deviation();
        double change = state.after.ratio() - before;
        double half = NORMAL_95 * Math.hypot(state.after.deviation(), beforeDeviation);
        double kilowatts = state.after.reference() / 1000;
        String text = String.format(Locale.ROOT,
                "power was %.1f %% of the power curve and is %.1f %%: %+.0f kW (+-%.0f) at the mean of the wind "
                + "since%s", 100 * before, 100 * state.after.ratio(), change * kilowatts, half * kilowatts, recovered(state, before));
        Optional<Effect> effect = kind == AdviceKind.RELIEVE_GEARBOX ? relief(state)
                : power(kind, change * kilowatts, half * kilowatts, text);
        state.before.clear();
        state.wearBefore.clear();
        return effect;
    }

    private static Optional<Effect> power(AdviceKind kind, double gain, double half, String text) {
        return Double.isFinite(gain) && Double.isFinite(half)
                ? Optional.of(new Effect(kind, gain, gain - half, gain + half, text))
                : Optional.empty();
    }

    /** In percent of the wear of the gearbox's bearings, by that of the power curve at the same wind. */
    private static Optional<Effect> relief(OptimiseState state) {
        double before = state.wearBefore.ratio();
        double after = state.wearAfter.ratio();
        double gain = 100 * (1 - after / before);
        double share = Math.hypot(state.wearAfter.deviation() / after, state.wearBefore.deviation() / before);
        double half = NORMAL_95 * 100 * after / before * share;
        return power(AdviceKind.RELIEVE_GEARBOX, gain, half, String.format(Locale.ROOT,
                "wear of the gearbox's bearings is %.0f %% less (+-%.0f) than it would be in this wind", gain, half));
    }

    private static String recovered(OptimiseState state, double before) {
        double sound = state.sound.blocks() >= 6 ? state.sound.ratio() : 1;
        double lost = sound - before;
        return lost > 0.01 ? String.format(Locale.ROOT, "; %.0f %% of what was lost", 100 * (state.after.ratio() - before) / lost) : "";
    }
}
