package org.gemello.pack.energy.internal;

import org.gemello.api.Quality;
import org.gemello.api.twin.Severity;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.spi.Effects;

/** Hands conclusions to the platform. */
final class Telling {
    private Telling() {
    }

    /** A derived value; nothing where there is no number. */
    static void derive(String point, double value, Quality quality, long time, Effects out) {
        if (!Double.isNaN(value)) {
            out.derive(point, value, quality, time);
        }
    }

    /** Raises or clears what has changed. */
    static void alarm(AlarmChange change, Severity severity, long time, Effects out) {
        if (change.active()) {
            out.raise(change.alarm(), severity, change.message(), time);
        } else {
            out.clear(change.alarm(), change.message(), time);
        }
    }
}
