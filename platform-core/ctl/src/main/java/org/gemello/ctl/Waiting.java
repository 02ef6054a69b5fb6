package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until something in the platform has come to an end. */
final class Waiting {
    private static final long LOOK_MILLIS = 200;

    private Waiting() {
    }

    /**
     * Looks again and again.
     *
     * @param path     of the document with a {@code state}
     * @param goesOn   states that are no end
     * @param progress is told each state
     * @return the document at its end
     * @throws Unfinished where it has not ended within {@code patience}; it goes on in the platform
     */
    static JsonNode until(Access access, String path, Set<String> goesOn, Duration patience, Consumer<JsonNode> progress)
            throws IOException, InterruptedException, Unfinished {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode now = access.get(path);
            progress.accept(now);
            if (!goesOn.contains(now.path("state").asText())) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new Unfinished("not finished after " + patience + ", state " + now.path("state").asText() + "; it goes on, see " + path);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
