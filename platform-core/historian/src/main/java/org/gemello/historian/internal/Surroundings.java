package org.gemello.historian.internal;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.gemello.api.PointId;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/**
 * What the history knows of the platform around it.
 *
 * @param alarms   for what an operator must know
 * @param isTight  true while the disk has no room for the history of dispensable points
 * @param isLow    true for a point whose history is dispensable
 */
record Surroundings(PlatformAlarms alarms, BooleanSupplier isTight, Predicate<PointId> isLow) {
    /** Nobody to tell, and always room. */
    static final Surroundings NONE = new Surroundings(new NoAlarms(), () -> false, point -> false);

    /** Alarms that nobody hears. */
    private static final class NoAlarms implements PlatformAlarms {
        @Override
        public void raise(String name, Severity severity, String message) {
            // nobody hears it
        }

        @Override
        public void clear(String name, String message) {
            // nobody hears it
        }

        @Override
        public List<PlatformAlarm> active() {
            return List.of();
        }
    }
}
