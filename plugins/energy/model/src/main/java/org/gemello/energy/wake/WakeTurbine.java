package org.gemello.energy.wake;

/**
 * A turbine and where it stands. All hubs of a farm are taken to be at the same height.
 *
 * @param name  for people
 * @param east  in m from the farm's origin
 * @param north in m from the farm's origin
 * @param curve what it does in the wind that it gets
 */
public record WakeTurbine(String name, double east, double north, TurbineCurve curve) {
    /** @throws IllegalArgumentException where a coordinate is no number */
    public WakeTurbine {
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            throw new IllegalArgumentException(name + " stands at " + east + "," + north + ", two numbers in m are needed");
        }
    }
}
