package org.gemello.energy.turbine;

/** A nacelle that follows the wind after its {@link YawLaw}. Angles in rad, clockwise from north. For one thread. */
final class YawDrive {
    private final YawLaw law;
    private double direction;
    private double smoothed;
    private boolean turning;

    YawDrive(YawLaw law) {
        this.law = law;
    }

    /** @return error of the nacelle: wind direction less nacelle direction, -pi to pi */
    double advance(double windDirection, double step) {
        double error = error(windDirection);
        smoothed += (1 - Math.exp(-step / law.filter())) * (error - smoothed);
        turning = turning ? Math.signum(error) == Math.signum(smoothed) : Math.abs(smoothed) > law.threshold();
        if (turning) {
            double turn = Math.copySign(Math.min(law.rate() * step, Math.abs(error)), error);
            direction += turn;
            smoothed -= turn;
        }
        return error(windDirection);
    }

    private double error(double windDirection) {
        return Math.IEEEremainder(windDirection - direction, 2 * Math.PI);
    }

    void turnTo(double angle) {
        direction = angle;
        smoothed = 0;
        turning = false;
    }

    double direction() {
        return direction;
    }
}
