package org.gemello.energy.solar;

/**
 * A module at one irradiance and temperature: light current, diode, series and shunt resistance. Everything follows from the diode
 * voltage d: I = IL - I0 (exp(d/a) - 1) - d/Rsh, V = d - I Rs.
 *
 * @param light   photo current in A
 * @param dark    saturation current in A
 * @param ideal   a: ideality factor times cells times thermal voltage, in V
 * @param series  resistance in ohm
 * @param shunt   resistance in ohm
 */
public record SingleDiode(double light, double dark, double ideal, double series, double shunt) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** A point of the characteristic, in V and A. */
    public record Point(double voltage, double current) {
        /** In W. */
        public double power() {
            return voltage * current;
        }
    }

    private Point at(double diode) {
        double current = light - dark * Math.expm1(diode / ideal) - diode / shunt;
        return new Point(diode - current * series, current);
    }

    /** Current in A at a voltage in V between 0 and open circuit, by Newton's method from above, where it converges without overshoot. */
    public double current(double voltage) {
        double d = voltage + light * series;
        for (int i = 0; i < 100; i++) {
            Point point = at(d);
            double slope = 1 + series * (dark / ideal * Math.exp(d / ideal) + 1 / shunt);
            double step = (point.voltage - voltage) / slope;
            d -= step;
            if (Math.abs(step) < 1e-12 * (1 + Math.abs(d))) {
                break;
            }
        }
        return at(d).current;
    }

    /** Voltage without load in V. */
    public double openCircuit() {
        double d = ideal * Math.log1p(light / dark);
        for (int i = 0; i < 100; i++) {
            double step = at(d).current / (-dark / ideal * Math.exp(d / ideal) - 1 / shunt);
            d -= step;
            if (Math.abs(step) < 1e-12 * (1 + d)) {
                break;
            }
        }
        return d;
    }

    /** Point of maximum power, by golden section over the diode voltage. */
    public Point maximumPower() {
        if (light <= 0) {
            return new Point(0, 0);
        }
        double low = 0;
        double high = openCircuit();
        while (high - low > 1e-7 * high) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (at(a).power() > at(b).power()) {
                high = b;
            } else {
                low = a;
            }
        }
        return at((low + high) / 2);
    }
}
