package org.gemello.spi;

import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
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

    /**
     * Like {@link #derive(String, double, Quality, long)}, for texts: tables and documents as JSON, such as a power curve. Derive one only
     * when it changes: it is kept each time.
     *
     * @param text at most 16,000 characters
     * @throws IllegalArgumentException where it is longer, or the model has no such derived point
     */
    void derive(String point, String text, Quality quality, long sourceTime);

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

    /**
     * Proposes something. In a key that has an open proposal the new one takes its place; one that says the same in everything but the
     * time does nothing, unless half the validity of the open one is over: then it is renewed. Beyond 20 open ones of a twin nothing is
     * proposed, and an alarm of the platform says so.
     */
    void propose(ProposalDraft draft);

    /** Takes the open proposal of this key back; nothing where there is none. */
    void withdraw(String key, String reason, long sourceTime);

    /** Tells what the last applied proposal of this key has brought; nothing where none waits for it. */
    void measured(String key, Gain gain, String text, long sourceTime);
}
