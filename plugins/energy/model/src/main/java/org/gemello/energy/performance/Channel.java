package org.gemello.energy.performance;

/** What ten-minute statistics are kept of. */
public enum Channel {
    /** Wind at the nacelle in m/s. */
    WIND,
    /** Active power in kW. */
    POWER,
    /** Air temperature in degrees Celsius. */
    TEMPERATURE,
    /** Air pressure in hPa. */
    PRESSURE,
    /** Rotor speed in revolutions per minute. */
    ROTOR_SPEED,
    /** Pitch in degrees. */
    PITCH
}
