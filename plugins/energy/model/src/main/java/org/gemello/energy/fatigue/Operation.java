package org.gemello.energy.fatigue;

/**
 * What a turbine does at a moment, as measured.
 *
 * @param wind       free wind at hub height in m/s
 * @param rotorSpeed in rad/s
 * @param pitch      in rad
 * @param power      electrical, in W
 * @param density    of the air in kg/m3
 */
public record Operation(double wind, double rotorSpeed, double pitch, double power, double density) {
    /** True where all of it can be: loads of nonsense are not counted. */
    boolean isPossible() {
        return wind >= 0 && wind <= 75 && rotorSpeed >= 0 && rotorSpeed < 5 && Math.abs(pitch) <= 1.7 && Double.isFinite(power)
                && density > 0.5 && density < 2;
    }
}
