package org.gemello.energy.steam;

import org.gemello.energy.steam.PowerSum.Terms;

/** Regions 1, 2 and 5 of IAPWS-IF97: specific Gibbs energy over pressure and temperature (equations 7, 15 and 32; R7-97 2012). */
enum GibbsRegion {
    LIQUID(16.53, 1386) {
        private final PowerSum sum = new PowerSum("1");

        @Override
        Terms gibbs(double pi, double tau) {
            Terms terms = sum.at(7.1 - pi, tau - 1.222);
            return new Terms(terms.value(), -terms.byX(), terms.byY());
        }
    },
    VAPOUR(1, 540) {
        private final PowerSum ideal = new PowerSum("2o");
        private final PowerSum residual = new PowerSum("2r");

        @Override
        Terms gibbs(double pi, double tau) {
            return logarithm(pi).plus(ideal.at(pi, tau)).plus(residual.at(pi, tau - 0.5));
        }
    },
    HOT_VAPOUR(1, 1000) {
        private final PowerSum ideal = new PowerSum("5o");
        private final PowerSum residual = new PowerSum("5r");

        @Override
        Terms gibbs(double pi, double tau) {
            return logarithm(pi).plus(ideal.at(pi, tau)).plus(residual.at(pi, tau));
        }
    };

    private final double pressureScale;
    private final double temperatureScale;

    GibbsRegion(double pressureScale, double temperatureScale) {
        this.pressureScale = pressureScale;
        this.temperatureScale = temperatureScale;
    }

    /** Dimensionless Gibbs energy over reduced pressure and inverse reduced temperature. */
    abstract Terms gibbs(double pi, double tau);

    WaterState at(double pressure, double temperature) {
        double pi = pressure / pressureScale;
        double tau = temperatureScale / temperature;
        Terms g = gibbs(pi, tau);
        double rt = Steam.GAS_CONSTANT * temperature;
        // kJ/kg over MPa is 1e-3 m3/kg
        return new WaterState(pressure, temperature, pi * g.byX() * rt / pressure * 1e-3, rt * tau * g.byY(),
            Steam.GAS_CONSTANT * (tau * g.byY() - g.value()), Double.NaN);
    }

    private static Terms logarithm(double pi) {
        return new Terms(Math.log(pi), 1 / pi, 0);
    }
}
