package org.gemello.energy.fatigue;

/**
 * What a component was built for: an equivalent load that uses it up within its design life. That load stands in every load report.
 *
 * @param component which one
 * @param curve     its S-N curve: the design's equivalent load, borne for the design life
 * @param frequency cycles per second to which equivalent loads refer
 * @param life      design life in years
 */
public record ComponentDesign(Component component, SnCurve curve, double frequency, double life) {
    public static final double SECONDS_PER_YEAR = 365.25 * 86_400;

    /**
     * @param load      equivalent range over the design life in N m; of the turns of a shaft, equivalent torque
     * @param exponent  of the S-N curve
     * @param ultimate  load that breaks it, in N m
     * @param frequency of the equivalent load in Hz
     * @param life      in years
     */
    public static ComponentDesign of(Component component, double load, double exponent, double ultimate, double frequency, double life) {
        return new ComponentDesign(component, new SnCurve(exponent, load, life * SECONDS_PER_YEAR * frequency, ultimate), frequency, life);
    }

    /** Damage per second of a component that is used as it was designed for. */
    double damageRate() {
        return 1 / (life * SECONDS_PER_YEAR);
    }
}
