package org.gemello.energy.steam;

/** Region 4 of IAPWS-IF97, the saturation line (equations 29 to 31), and the boundary between regions 2 and 3 (equations 5, 6). */
final class Saturation {
    private static final double[] N = {0.11670521452767e4, -0.72421316703206e6, -0.17073846940092e2, 0.12020824702470e5,
        -0.32325550322333e7, 0.14915108613530e2, -0.48232657361591e4, 0.40511340542057e6, -0.23855557567849, 0.65017534844798e3};
    private static final double[] B = {0.34805185628969e3, -0.11671859879975e1, 0.10192970039326e-2, 0.57254459862746e3,
        0.13918839778870e2};

    private Saturation() {
    }

    /** Saturation pressure in MPa at a temperature of 273.15 K to the critical one. */
    static double pressure(double temperature) {
        double theta = temperature + N[8] / (temperature - N[9]);
        double a = theta * theta + N[0] * theta + N[1];
        double b = N[2] * theta * theta + N[3] * theta + N[4];
        double c = N[5] * theta * theta + N[6] * theta + N[7];
        return Math.pow(2 * c / (-b + Math.sqrt(b * b - 4 * a * c)), 4);
    }

    /** Saturation temperature in K at a pressure of 611.213 Pa to the critical one. */
    static double temperature(double pressure) {
        double beta = Math.pow(pressure, 0.25);
        double e = beta * beta + N[2] * beta + N[5];
        double f = N[0] * beta * beta + N[3] * beta + N[6];
        double g = N[1] * beta * beta + N[4] * beta + N[7];
        double d = 2 * g / (-f - Math.sqrt(f * f - 4 * e * g));
        double sum = N[9] + d;
        return (sum - Math.sqrt(sum * sum - 4 * (N[8] + N[9] * d))) / 2;
    }

    /** Pressure in MPa above which steam of 623.15 K to 863.15 K belongs to region 3. */
    static double densePressure(double temperature) {
        return B[0] + B[1] * temperature + B[2] * temperature * temperature;
    }
}
