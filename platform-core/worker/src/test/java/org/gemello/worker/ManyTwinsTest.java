package org.gemello.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinType;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;
import org.gemello.testkit.pack.RecordingEffects;
import org.gemello.worker.pack.CounterType;
import org.gemello.worker.pack.HeavyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand twins in one worker, fed by four threads over two lanes. */
class ManyTwinsTest {
    private static final int TWINS = 1_000;
    private static final int ROUNDS = 5;
    @TempDir
    private Path folder;

    private record Twin<S>(TwinType<S> type, TwinBehavior<S> behavior, S state, SampleBatch batch) {
        static <S> Twin<S> of(TwinType<S> type, int number) {
            GivenContext context = GivenContext.of("t-" + number);
            TwinBehavior<S> behavior = type.behavior(context);
            LogEntry entry = new Recording(context.twin(), type.model()).samples(Instant.EPOCH, m -> m.with("power", (double) number))
                    .last();
            return new Twin<>(type, behavior, behavior.initial(), ((LogEntry.Samples) entry).batch().at(0));
        }

        void feed() {
            behavior.onSamples(state, batch, new RecordingEffects(type.model()));
        }

        double sum() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            type.codec().encode(state, new DataOutputStream(bytes));
            return ByteBuffer.wrap(bytes.toByteArray()).getDouble();
        }
    }

    @Test
    void eachTwinHasItsOwnState() throws Exception {
        try (WorkerFixture fixture = new WorkerFixture(folder, WorkerFixture.LIMITS, CounterType.class)) {
            List<Twin<?>> twins = new ArrayList<>();
            for (int number = 0; number < TWINS; number++) {
                twins.add(Twin.of(fixture.type(), number));
            }
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Callable<Object>> work = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                List<Twin<?>> own = twins.subList(part * TWINS / 4, (part + 1) * TWINS / 4);
                work.add(Executors.callable(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        own.forEach(Twin::feed);
                    }
                }));
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
            threads.shutdown();
            for (int number = 0; number < TWINS; number++) {
                assertThat(twins.get(number).sum()).isEqualTo(ROUNDS * (double) number);
            }
        }
    }

    @Test
    void whatIsLetGoHereIsLetGoThere() throws Exception {
        WorkerLimits small = WorkerFixture.LIMITS.withHeap(16).withLanes(1);
        try (WorkerFixture fixture = new WorkerFixture(folder, small, HeavyType.class)) {
            for (int number = 0; number < 60; number++) { // of 1 MB each: they fit only one after the other
                WeakReference<Object> state = new WeakReference<>(fixture.type().behavior(GivenContext.of("t-1")).initial());
                await().until(() -> {
                    System.gc();
                    return state.get() == null;
                });
            }
            assertThat(fixture.heard()).isEmpty();
        }
    }
}
