package org.gemello.runtime.internal;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the runtime.
 *
 * @param folder     where images are kept
 * @param workers    threads that run behaviours, at least 1
 * @param imageEvery time between two images of all twins: about what a crash has to replay
 */
record RuntimeOptions(Path folder, int workers, Duration imageEvery) {
    static RuntimeOptions in(Path folder) {
        return new RuntimeOptions(folder, Math.max(2, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(10));
    }
}
