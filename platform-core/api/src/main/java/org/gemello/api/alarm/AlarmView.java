package org.gemello.api.alarm;

import java.time.Instant;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Severity;

/**
 * An alarm as operators see it.
 *
 * @param source       twin; {@code platform} for the platform itself
 * @param name         name within the source
 * @param severity     how bad
 * @param message      what is wrong, with numbers and units
 * @param since        when it became active or returned to normal, whichever was later; source time
 * @param active       true until back to normal, also while it is put aside
 * @param acknowledged true once somebody has seen this occurrence
 * @param state        state that follows from the others
 * @param aside        null where it is not put aside
 * @param handling     the last thing that was done to it; null where nothing was
 */
public record AlarmView(TwinId source, String name, Severity severity, String message, Instant since, boolean active, boolean acknowledged,
                        AlarmState state, Handling aside, Handling handling) {

    /**
     * Something that was done to an alarm.
     *
     * @param by     user name; empty where time did it
     * @param reason why; may be empty for an acknowledgement
     * @param time   when
     * @param until  end of a shelf, else null
     */
    public record Handling(AlarmAction action, String by, String reason, Instant time, Instant until) {
    }
}
