package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.HistorianFixture.settings;
import static org.gemello.historian.internal.HistorianFixture.values;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
    private static final int SAMPLES = 4_000;
    private static final int FLUSH_ROWS = 50;
    private final Records log = new Records();
    @TempDir
    private Path folder;

    /** While files are flushed and merged, every answer is the counted sequence up to some number, without hole or repetition. */
    @Test
    void aReaderSeesEverySampleOnceAtAnyMoment() throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        try (Historian history = open(folder, settings(FLUSH_ROWS))) {
            CompletableFuture<Void> tail = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < SAMPLES; i++) {
                    history.accept(log.power(i));
                    accepted.incrementAndGet();
                }
            });
            int questions = 0;
            while (!tail.isDone() || questions == 0) {
                int atLeast = accepted.get();
                List<Object> seen = values(history);
                assertThat(seen).hasSizeGreaterThanOrEqualTo(atLeast)
                        .isEqualTo(LongStream.range(0, seen.size()).mapToObj(n -> (Object) n).toList());
                questions++;
            }
            tail.get();
            assertThat(values(history)).hasSize(SAMPLES);
        }
    }
}
