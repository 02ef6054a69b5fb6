package org.gemello.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for conditions as long as a machine may take that does much else: what holds ends the wait at once, only a failure takes its time. */
public final class Patience {
    private static final Duration LONG = Duration.ofMinutes(1);

    private Patience() {
    }

    /** Like {@link Awaitility#await()}, for up to a minute instead of ten seconds. Needs Awaitility on the test's class path. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONG);
    }

    /** The same, with words for what is waited for. */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LONG);
    }
}
