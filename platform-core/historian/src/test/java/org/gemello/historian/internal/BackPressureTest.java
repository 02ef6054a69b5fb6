package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.HistorianFixture.settings;
import static org.gemello.historian.internal.HistorianFixture.values;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fails: played by a folder that stands where the file is to be written. */
class BackPressureTest {
    private static final int ROWS = 10;
    private final Records log = new Records();
    private final AtomicInteger accepted = new AtomicInteger();
    @TempDir
    private Path folder;
    private Path obstacle;
    private Historian history;
    private CompletableFuture<Void> tail;

    @BeforeEach
    void feedAHistoryThatCannotWrite() throws IOException {
        history = open(folder, settings(ROWS));
        obstacle = Files.createDirectories(folder.resolve("0.tmp").resolve("in the way")).getParent();
        tail = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 10 * ROWS; i++) {
                history.accept(log.power(i));
                accepted.incrementAndGet();
            }
        });
        await().until(() -> accepted.get() == 2 * ROWS && !history.health().ready());
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void repair() throws IOException {
        Files.delete(obstacle.resolve("in the way"));
        Files.delete(obstacle);
    }

    @Test
    void acceptWaitsWhenTheBudgetIsUsedUpAndGoesOnAfterRepair() throws IOException {
        assertThat(tail).isNotDone();
        assertThat(history.durable()).isZero();
        assertThat(history.health().text()).contains("cannot be written");
        assertThat(values(history)).hasSize(2 * ROWS);

        repair();

        await().until(() -> tail.isDone() && history.durable() == 10 * ROWS);
        assertThat(values(history)).isEqualTo(LongStream.range(0, 10 * ROWS).mapToObj(n -> (Object) n).toList());
        assertThat(history.health().ready()).isTrue();
    }

    @Test
    void closeEndsTheWaiting() throws IOException {
        history.close();
        await().until(tail::isDone);
        assertThat(tail).isCompletedExceptionally();
        assertThatThrownBy(() -> history.accept(log.power(0))).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");

        repair();
        try (Historian again = open(folder, PATIENT)) {
            assertThat(again.position()).isZero();
            log.replay(0, again::accept);
            assertThat(values(again)).hasSize((int) log.end());
        }
    }
}
