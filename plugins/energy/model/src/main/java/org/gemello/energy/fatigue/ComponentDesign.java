package org.gemello.energy.fatigue;

/**
 * What a component was built for.
 *
 * @param component which one
 * @param curve     its S-N curve: the equivalent load of its design, borne for its design life
 * @param frequency cycles per second to which equivalent loads refer
 * @param life      design life in years
 */
public record ComponentDesign(Component component, SnCurve curve, double frequency, double life) {
    public static final double SECONDS_PER_YEAR = 365.25 * 86_400;
    /** Swings of less than this share of the design's equivalent load are noise. */
    private static final double GATE = 0.01;
    private static final double SPAN = 4;

    /**
     * A component that is used up after its design life under its design load. That load stands in every load report: the equivalent
     * load over the life.
     *
     * @param load      equivalent range in N m; of the turns of a shaft, equivalent torque
     * @param exponent  of the S-N curve
     * @param ultimate  load that breaks it, in N m
     * @param frequency of the equivalent load in Hz
     * @param life      in years
     */
    public static ComponentDesign of(Component component, double load, double exponent, double ultimate, double frequency, double life) {
        return new ComponentDesign(component, new SnCurve(exponent, load, life * SECONDS_PER_YEAR * frequency, ultimate), frequency, life);
    }

    Rainflow rainflow() {
        return new Rainflow(GATE * curve.reference());
    }

    RangeMatrix matrix() {
        return new RangeMatrix(SPAN * curve.reference(), -SPAN * curve.reference(), SPAN * curve.reference());
    }

    /** Damage per second of a component that is used as it was designed for. */
    double damageRate() {
        return 1 / (life * SECONDS_PER_YEAR);
    }
}
