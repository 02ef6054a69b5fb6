package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTailTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    @TempDir
    Path directory;
    private CloseableSampleLog log;

    @BeforeEach
    void open() {
        log = SampleLogs.open(directory);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static CompletableFuture<Optional<LogRecord>> pollInBackground(Tail tail) {
        CompletableFuture<Optional<LogRecord>> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(tail.poll(LONG));
            } catch (InterruptedException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        await().until(() -> result.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
        return result;
    }

    @Test
    void manyWaitingTailsWakeWithTheCommit() {
        List<Tail> tails = new ArrayList<>();
        List<CompletableFuture<Optional<LogRecord>>> polls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            tails.add(log.tail(0));
            polls.add(pollInBackground(tails.get(i)));
        }
        long appended = System.nanoTime();
        log.append(new Tick(Entries.NOON), TraceId.NONE).join();
        assertThat(polls).allSatisfy(poll -> assertThat(poll.join()).map(LogRecord::offset).contains(0L));
        assertThat(Duration.ofNanos(System.nanoTime() - appended)).isLessThan(LONG.dividedBy(4));
        tails.forEach(Tail::close);
    }

    @Test
    void aPollThatFindsNothingEndsAfterItsTime() throws Exception {
        try (Tail tail = log.tail(0)) {
            assertThat(tail.poll(Duration.ZERO)).isEmpty();
            assertThat(tail.poll(Duration.ofMillis(5))).isEmpty();
            assertThat(tail.position()).isZero();
            assertThat(tail.isClosed()).isFalse();
        }
    }

    @Test
    void closingTheTailOrTheLogEndsAPoll() {
        Tail one = log.tail(0);
        Tail other = log.tail(0);
        CompletableFuture<Optional<LogRecord>> ofOne = pollInBackground(one);
        CompletableFuture<Optional<LogRecord>> ofOther = pollInBackground(other);
        one.close();
        assertThat(ofOne.join()).isEmpty();
        assertThat(one.isClosed()).isTrue();
        assertThat(ofOther).isNotDone();
        log.close();
        assertThat(ofOther.join()).isEmpty();
        assertThat(other.isClosed()).isTrue();
    }

    @Test
    void anInterruptedTailGoesOnWhereItWas() throws Exception {
        for (int i = 0; i < 3; i++) {
            log.append(new Tick(Entries.NOON.plusSeconds(i)), TraceId.NONE).join();
        }
        try (Tail tail = log.tail(0)) {
            assertThat(tail.poll(LONG)).isPresent();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> {
                tail.poll(LONG);
                tail.poll(LONG);
                tail.poll(LONG);
            }).isInstanceOf(InterruptedException.class);
            long reached = tail.position();
            log.append(new Tick(Entries.NOON), TraceId.NONE).join();
            assertThat(tail.poll(LONG)).map(LogRecord::offset).contains(reached);
        }
    }

    @Test
    void fromInsideARecordTheWholeRecordComes() throws Exception {
        log.append(Entries.doubles(log.points(), 10, 1), TraceId.NONE);
        log.append(Entries.doubles(log.points(), 10, 2), TraceId.NONE).join();
        for (int from = 0; from < 20; from++) {
            try (Tail tail = log.tail(from)) {
                assertThat(tail.position()).isEqualTo(from);
                assertThat(tail.poll(LONG)).map(LogRecord::offset).contains(from < 10 ? 0L : 10L);
                assertThat(tail.position()).isEqualTo(from < 10 ? 10 : 20);
            }
        }
    }

    @Test
    void fromAnOffsetYetToComeItWaitsForIt() throws Exception {
        try (Tail tail = log.tail(15)) {
            log.append(Entries.doubles(log.points(), 10, 1), TraceId.NONE).join();
            assertThat(tail.poll(Duration.ZERO)).isEmpty();
            log.append(Entries.doubles(log.points(), 10, 2), TraceId.NONE).join();
            assertThat(tail.poll(LONG)).map(LogRecord::offset).contains(10L);
        }
    }

    @Test
    void aTailThatStartsAtAMarkReadsTheSameAsOneThatCameAllTheWay() throws Exception {
        int batches = 700;
        for (int i = 0; i < batches; i++) {
            // a new point now and then, so that definitions stand before, between and behind the marks
            log.append(Entries.doubles(log.points(), 400 + i, i), TraceId.NONE);
        }
        log.append(new Tick(Entries.NOON), TraceId.NONE).join();
        List<LogRecord> all = Entries.read(log, 0);
        assertThat(log.status().bytes()).isGreaterThan(4 * Mark.DISTANCE);
        for (int i = 0; i < batches; i += 13) {
            try (Tail tail = log.tail(all.get(i).offset() + 1)) {
                for (int next = i; next < Math.min(i + 5, batches); next++) {
                    LogRecord record = tail.poll(LONG).orElseThrow();
                    assertThat(record.offset()).isEqualTo(all.get(next).offset());
                    Entries.assertSame(record.entry(), all.get(next).entry());
                }
            }
        }
    }
}
