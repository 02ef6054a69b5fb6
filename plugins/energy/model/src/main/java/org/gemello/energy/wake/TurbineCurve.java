package org.gemello.energy.wake;

import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;

/** What a turbine takes from the wind: its power and its thrust. */
public interface TurbineCurve {
    /** Of the rotor, in m. */
    double radius();

    /** Rated electrical power in kW. */
    double largestPower();

    /** Electrical power in kW of a sound turbine that faces this wind (m/s). */
    double power(double wind);

    /** Thrust coefficient, without unit, of a turbine that faces this wind (m/s); 0 where it does not run. */
    double thrustCoefficient(double wind);

    /** The steady curve of a turbine in air of this density (kg/m3). */
    static TurbineCurve of(TurbineDesign design, SteadyCurve curve, double density) {
        return new TurbineCurve() {
            @Override
            public double radius() {
                return design.radius();
            }

            @Override
            public double largestPower() {
                return design.ratedPower() / 1000;
            }

            @Override
            public double power(double wind) {
                return curve.power(wind, density) / 1000;
            }

            @Override
            public double thrustCoefficient(double wind) {
                return wind > 0 ? curve.thrust(wind, density) / (0.5 * density * design.area() * wind * wind) : 0;
            }
        };
    }
}
