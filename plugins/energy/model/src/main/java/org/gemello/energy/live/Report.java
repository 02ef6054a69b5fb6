package org.gemello.energy.live;

import org.gemello.api.Quality;
import org.gemello.api.twin.Severity;

/** Where a live twin says what it concludes. Times are ns since the epoch, values in the unit of the point. */
public interface Report {

    /** A derived value; one that is not a number is left out. */
    void value(String point, double value, Quality quality, long time);

    /** A table or another document for people and programs, as JSON. */
    void text(String point, String json, Quality quality, long time);

    void raise(String alarm, Severity severity, String message, long time);

    void clear(String alarm, String message, long time);

    void propose(Advice advice);

    /** Nothing is proposed under this key any more. */
    void withdraw(String key, String reason, long time);
}
