package org.gemello.energy.wake;

/**
 * Wake with a Gaussian profile that conserves momentum and is deflected by a yawed rotor: M. Bastankhah, F. Porte-Agel, Renewable Energy
 * 70 (2014) 116, and J. Fluid Mech. 806 (2016) 506; equation numbers are those of the latter. It grows with the turbulence that its turbine
 * stands in: A. Niayifar, F. Porte-Agel, Energies 9 (2016) 741, eq. 15, found for intensities of 0.065 to 0.15. Up to the end of the
 * near wake a core without mixing narrows while the Gaussian layer around it widens (section 6.1).
 */
public final class Gauss implements WakeModel {
    private static final double GROWTH = 0.3837;
    private static final double GROWTH_OFFSET = 0.003678;
    /** Influence of turbulence and of shear on the length of the near wake, eq. 7.3. */
    private static final double ALPHA = 2.32;
    private static final double BETA = 0.154;
    /** Two standard deviations hold the wake. */
    private static final double EDGE = 2;

    /** Growth of the standard deviations of the profile per distance. */
    public static double growth(double turbulence) {
        return GROWTH * turbulence + GROWTH_OFFSET;
    }

    /** Length of the near wake in m, eq. 7.3. */
    public double nearWake(WakeSource source) {
        double rest = Math.sqrt(1 - source.thrustCoefficient());
        return source.diameter() * Math.cos(source.yaw()) * (1 + rest)
                / (Math.sqrt(2) * (ALPHA * source.turbulence() + BETA * (1 - rest)));
    }

    /** Deficit of the wind at a point, as a share of the wind that the source gets; lengths in m, lateral from the source's axis. */
    public double at(WakeSource source, double downstream, double lateral, double vertical) {
        double side = lateral - deflection(source, downstream);
        double begin = nearWake(source);
        double least = source.diameter() / Math.sqrt(8);
        double cosine = Math.cos(source.yaw());
        if (downstream < begin) {
            return near(source, downstream / begin, Math.hypot(side / cosine, vertical));
        }
        double widening = growth(source.turbulence()) * (downstream - begin);
        double across = least * cosine + widening;
        double up = least + widening;
        return middle(source, across * up) * Math.exp(-0.5 * (square(side / across) + square(vertical / up)));
    }

    /** Eq. 7.1, in the middle of the wake. */
    private static double middle(WakeSource source, double deviations) {
        return 1 - Math.sqrt(1 - source.thrustCoefficient() * Math.cos(source.yaw()) * square(source.diameter()) / (8 * deviations));
    }

    private static double near(WakeSource source, double progress, double distance) {
        double thrust = source.thrustCoefficient() * Math.cos(source.yaw());
        double core = Math.sqrt(1 - source.thrustCoefficient());
        // from the disc to where the pressure has come back: continuity, eq. 6.7
        double wind = thrust > 0 ? thrust / (2 * (1 - Math.sqrt(1 - thrust))) : 1;
        double radius = source.radius() * Math.sqrt(wind / core) * (1 - progress);
        double layer = Math.max(progress * source.diameter() / Math.sqrt(8), 1e-9);
        return (1 - core) * Math.exp(-0.5 * square(Math.max(distance - radius, 0) / layer));
    }

    private static double square(double value) {
        return value * value;
    }

    @Override
    public double deficit(WakeSource source, double downstream, double lateral, double radius) {
        return Disc.mean((side, vertical) -> at(source, downstream, side, vertical), lateral, radius);
    }

    /** Eq. 7.4: a straight line at the skew angle of eq. 6.12 through the near wake, bending back behind it. */
    @Override
    public double deflection(WakeSource source, double downstream) {
        if (source.yaw() == 0) {
            return 0;
        }
        double cosine = Math.cos(source.yaw());
        double thrust = source.thrustCoefficient();
        double skew = 0.3 * source.yaw() / cosine * (1 - Math.sqrt(1 - thrust * cosine));
        double begin = nearWake(source);
        if (downstream <= begin || thrust == 0) {
            return skew * downstream;
        }
        double growth = growth(source.turbulence());
        double root = Math.sqrt(thrust);
        double widening = growth * (downstream - begin) / source.diameter();
        double width = 1.6 * Math.sqrt(8 * (widening + cosine / Math.sqrt(8)) * (widening + 1 / Math.sqrt(8)) / cosine);
        double bend = Math.log((1.6 + root) * (width - root) / ((1.6 - root) * (width + root)));
        return skew * begin + source.diameter() * skew / 14.7 * Math.sqrt(cosine / (growth * growth * thrust))
                * (2.9 + 1.3 * Math.sqrt(1 - thrust) - thrust) * bend;
    }

    @Override
    public double edge(WakeSource source, double downstream) {
        double widening = growth(source.turbulence()) * Math.max(downstream - nearWake(source), 0);
        return EDGE * (source.diameter() / Math.sqrt(8) + widening);
    }

    @Override
    public Superposition superposition() {
        return Superposition.LINEAR;
    }
}
