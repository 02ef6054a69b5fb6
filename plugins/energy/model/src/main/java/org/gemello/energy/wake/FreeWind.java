package org.gemello.energy.wake;

/**
 * Wind ahead of a farm.
 *
 * @param speed      at hub height in m/s
 * @param direction  from which it blows, in rad clockwise from north
 * @param turbulence intensity, standard deviation by mean
 */
public record FreeWind(double speed, double direction, double turbulence) {
    /** @throws IllegalArgumentException where a value makes no sense */
    public FreeWind {
        if (!(speed >= 0 && speed <= 75) || !Double.isFinite(direction) || !(turbulence > 0 && turbulence < 1)) {
            throw new IllegalArgumentException("wind of " + speed + " m/s from " + direction + " rad with a turbulence of " + turbulence
                    + " makes no sense");
        }
    }

    /** Distance in m that a place (m) lies downstream of the origin. */
    public double downstream(double east, double north) {
        return -(east * Math.sin(direction) + north * Math.cos(direction));
    }

    /** Distance in m that a place (m) lies to the left of the origin, looking down the wind. */
    public double lateral(double east, double north) {
        return east * Math.cos(direction) - north * Math.sin(direction);
    }
}
