package org.gemello.runtime.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Settings of the runtime.
 *
 * @param folder     where images are kept
 * @param workers    threads that run behaviours, at least 1
 * @param imageEvery time between two images of all twins: about what a crash has to replay
 * @param limit      time that one call of a pack may take before its twin is parked
 */
record RuntimeOptions(Path folder, int workers, Duration imageEvery, Duration limit) {
    /** Time in seconds that one call into a pack may take, 1 to 3600. */
    static final String LIMIT = "gemello.twins.call-limit";

    /** As it is without settings. */
    static RuntimeOptions in(Path folder) {
        return in(folder, name -> null);
    }

    /**
     * As the platform is set up.
     *
     * @param settings properties by name
     * @throws IllegalArgumentException where a setting is wrong; the message names it
     */
    static RuntimeOptions in(Path folder, UnaryOperator<String> settings) {
        return new RuntimeOptions(folder, Math.max(2, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(10), limit(settings.apply(LIMIT)));
    }

    private static Duration limit(String text) {
        if (text == null || text.isBlank()) {
            return Duration.ofSeconds(10);
        }
        if (!text.strip().matches("[0-9]{1,4}") || Integer.parseInt(text.strip()) < 1 || Integer.parseInt(text.strip()) > 3600) {
            throw new IllegalArgumentException(LIMIT + " is '" + text + "', not a number of seconds from 1 to 3600");
        }
        return Duration.ofSeconds(Integer.parseInt(text.strip()));
    }
}
