package org.gemello.gpack;

import java.util.List;

/**
 * How an acceptance test went.
 *
 * @param title    of the test
 * @param failures what did not hold, one sentence each with its step; empty where all did
 */
public record AcceptanceResult(String title, List<String> failures) {
    public AcceptanceResult {
        failures = List.copyOf(failures);
    }

    public boolean isPassed() {
        return failures.isEmpty();
    }
}
