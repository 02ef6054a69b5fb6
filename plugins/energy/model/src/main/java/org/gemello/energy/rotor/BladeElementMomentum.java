package org.gemello.energy.rotor;

import org.gemello.energy.rotor.Blade.Section;
import org.gemello.energy.rotor.Polar.Coefficients;

/**
 * Steady power and thrust of a rotor in uniform wind along its axis, by blade element momentum theory.
 *
 * <p>One residual in the inflow angle per strip (A. Ning, "A simple solution method for the blade element momentum equations
 * with guaranteed convergence", Wind Energy 17, 2014), Prandtl's tip and hub loss, and Buhl's relation for high thrust
 * (M. L. Buhl, NREL/TP-500-36834, 2005).
 */
public final class BladeElementMomentum {
    private static final double SMALL = 1e-6;
    private final Blade blade;

    /** Power and thrust coefficients of a rotor, without unit. */
    public record Loads(double power, double thrust) {
    }

    public BladeElementMomentum(Blade blade) {
        this.blade = blade;
    }

    /**
     * @param tipSpeedRatio tip speed by wind speed, above 0
     * @param pitch         of all blades in rad, positive towards feather
     */
    public Loads loads(double tipSpeedRatio, double pitch) {
        double torque = 0;
        double thrust = 0;
        for (Section section : blade.sections()) {
            double speedRatio = tipSpeedRatio * section.radius() / blade.tipRadius();
            Strip strip = new Strip(section, speedRatio, pitch);
            strip.solve();
            double pressure = strip.relativeSpeedSquared() * blade.count() * section.chord() * section.width();
            thrust += strip.normal * pressure;
            torque += strip.tangential * pressure * section.radius();
        }
        double area = Math.PI * blade.tipRadius() * blade.tipRadius();
        return new Loads(torque * tipSpeedRatio / blade.tipRadius() / area, thrust / area);
    }

    /** One strip in wind of 1 m/s: {@code speedRatio} is its own speed. */
    private final class Strip {
        private final Section section;
        private final double speedRatio;
        private final double pitch;
        private final double solidity;
        private double normal;
        private double tangential;
        private double axial;
        private double swirl;

        Strip(Section section, double speedRatio, double pitch) {
            this.section = section;
            this.speedRatio = speedRatio;
            this.pitch = pitch;
            this.solidity = blade.count() * section.chord() / (2 * Math.PI * section.radius());
        }

        /** Brackets after Ning: the windmill state, else the propeller brake, else reversed swirl. */
        void solve() {
            if (residual(SMALL) * residual(Math.PI / 2) <= 0) {
                narrow(SMALL, Math.PI / 2);
            } else if (residual(-Math.PI / 4) * residual(-SMALL) <= 0) {
                narrow(-Math.PI / 4, -SMALL);
            } else {
                narrow(Math.PI / 2, Math.PI - SMALL);
            }
        }

        /** Regula falsi in the Illinois form; the last residual leaves the strip's loads behind. */
        private void narrow(double from, double to) {
            double low = from;
            double high = to;
            double atLow = residual(low);
            double atHigh = residual(high);
            for (int i = 0; i < 100 && Math.abs(high - low) > 1e-10; i++) {
                double angle = (low * atHigh - high * atLow) / (atHigh - atLow);
                double value = residual(angle);
                if (Math.abs(value) < 1e-12) {
                    return;
                }
                if (value * atHigh < 0) {
                    low = high;
                    atLow = atHigh;
                } else {
                    atLow /= 2;
                }
                high = angle;
                atHigh = value;
            }
        }

        private double residual(double inflow) {
            double sin = Math.sin(inflow);
            double cos = Math.cos(inflow);
            Coefficients air = section.polar().at(inflow - section.twist() - pitch);
            normal = air.lift() * cos + air.drag() * sin;
            tangential = air.lift() * sin - air.drag() * cos;
            double loss = loss(Math.abs(sin));
            double k = solidity * normal / (4 * loss * sin * sin);
            double swirlLoad = solidity * tangential / (4 * loss * sin * cos);
            swirl = swirlLoad / (1 - swirlLoad);
            if (inflow > 0) {
                axial = k <= 2.0 / 3 ? k / (1 + k) : highThrust(k, loss);
                return sin / (1 - axial) - cos / (speedRatio * (1 + swirl));
            }
            axial = k > 1 ? k / (k - 1) : 0;
            return sin * (1 - k) - cos / speedRatio * (1 - swirlLoad);
        }

        private double highThrust(double k, double loss) {
            double first = 2 * loss * k - (10.0 / 9 - loss);
            double root = Math.sqrt(Math.max(2 * loss * k - loss * (4.0 / 3 - loss), 0));
            double third = 2 * loss * k - (25.0 / 9 - 2 * loss);
            return Math.abs(third) < SMALL ? 1 - 1 / (2 * root) : (first - root) / third;
        }

        private double loss(double sin) {
            double half = blade.count() / 2.0;
            double radius = section.radius();
            double tip = Math.exp(-half * (blade.tipRadius() - radius) / (radius * sin));
            double hub = Math.exp(-half * (radius - blade.hubRadius()) / (blade.hubRadius() * sin));
            return Math.max(4 / (Math.PI * Math.PI) * Math.acos(tip) * Math.acos(hub), SMALL);
        }

        double relativeSpeedSquared() {
            double through = 1 - axial;
            double around = speedRatio * (1 + swirl);
            return through * through + around * around;
        }
    }
}
