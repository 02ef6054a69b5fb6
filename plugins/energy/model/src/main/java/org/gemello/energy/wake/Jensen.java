package org.gemello.energy.wake;

/**
 * Wake with the same deficit all over its width, which grows in proportion to the distance: N. O. Jensen, A note on wind generator
 * interaction, Riso-M-2411, 1983; widely called Park. A rotor that is only partly in the wake gets the share of its area.
 */
public final class Jensen implements WakeModel {
    /** Decay by turbulence intensity: A. Pena, P.-E. Rethore, M. P. van der Laan, Wind Energy 19 (2016) 763. */
    private static final double DECAY_BY_TURBULENCE = 0.4;
    private final double decay;

    private Jensen(double decay) {
        this.decay = decay;
    }

    /** @param decay growth of the wake's radius per distance: 0.075 is usual on land, 0.05 at sea */
    public static Jensen withDecay(double decay) {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("wake decay is " + decay + ", it must be above 0 and below 1");
        }
        return new Jensen(decay);
    }

    /** The wake grows faster in turbulent wind. */
    public static Jensen byTurbulence() {
        return new Jensen(Double.NaN);
    }

    @Override
    public double deficit(WakeSource source, double downstream, double lateral, double radius) {
        double edge = edge(source, downstream);
        double widening = source.radius() / edge;
        return 2 * source.induction() * widening * widening * Disc.overlap(edge, radius, Math.abs(lateral)) / (Math.PI * radius * radius);
    }

    @Override
    public double edge(WakeSource source, double downstream) {
        return source.radius() + (Double.isNaN(decay) ? DECAY_BY_TURBULENCE * source.turbulence() : decay) * downstream;
    }

    @Override
    public Superposition superposition() {
        return Superposition.QUADRATIC;
    }
}
