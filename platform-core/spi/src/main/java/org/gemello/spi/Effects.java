package org.gemello.spi;

import org.gemello.api.Quality;
import org.gemello.api.twin.Severity;
import org.osgi.annotation.versioning.ProviderType;

/** Collects what a behaviour wants done. Valid only during the call that it was given to. Not done again in a replay. */
@ProviderType
public interface Effects {

    /**
     * A value of a derived point of this twin.
     *
     * @param point      name of a DERIVED point of the model
     * @param value      in the model's unit
     * @param quality    the worst of the inputs, or worse
     * @param sourceTime nanoseconds since the epoch, as of the inputs
     * @throws IllegalArgumentException where the model has no such derived point
     */
    void derive(String point, double value, Quality quality, long sourceTime);

    /** Like {@link #derive(String, double, Quality, long)}, for whole numbers. */
    void derive(String point, long value, Quality quality, long sourceTime);

    /** Raises an alarm of this twin, or changes its text; raising it again with the same text does nothing. */
    void raise(String alarm, Severity severity, String message, long sourceTime);

    /** The alarm is back to normal; nothing where it is not active. */
    void clear(String alarm, String message, long sourceTime);

    /**
     * Writes a set point of this twin to the plant. Only in {@link TwinBehavior#onCommand}.
     *
     * @param point name of a SETPOINT point of the model
     * @param value in the model's unit
     */
    void write(String point, double value);

    /** Refuses the command at hand, with a reason for people. Only in {@link TwinBehavior#onCommand}. */
    void reject(String reason);
}
