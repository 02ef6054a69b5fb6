package org.gemello.runtime.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.gemello.api.command.Commands;

/**
 * Settings of the runtime.
 *
 * @param folder     where images are kept
 * @param workers    threads that run behaviours, at least 1
 * @param imageEvery time between two images of all twins: about what a crash has to replay
 * @param limit      time that one call of a pack may take before its twin is parked
 * @param approval   time that a command waits for somebody's approval
 */
record RuntimeOptions(Path folder, int workers, Duration imageEvery, Duration limit, Duration approval) {
    /** Time in seconds that one call into a pack may take, 1 to 3600. */
    static final String LIMIT = "gemello.twins.call-limit";
    /** Time in minutes that a command waits for approval, 1 to 1440. */
    static final String APPROVAL = "gemello.commands.approval-time";

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
        return new RuntimeOptions(folder, Math.max(2, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(10),
                Duration.ofSeconds(number(settings, LIMIT, 10, 3600, "seconds")),
                Duration.ofMinutes(number(settings, APPROVAL, Commands.APPROVAL_TIME.toMinutes(), 1440, "minutes")));
    }

    private static long number(UnaryOperator<String> settings, String name, long usual, int most, String unit) {
        String text = settings.apply(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        if (!text.strip().matches("[0-9]{1,4}") || Integer.parseInt(text.strip()) < 1 || Integer.parseInt(text.strip()) > most) {
            throw new IllegalArgumentException(name + " is '" + text + "', not a number of " + unit + " from 1 to " + most);
        }
        return Integer.parseInt(text.strip());
    }
}
