package org.gemello.worker;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.spi.Effects;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinType;
import org.gemello.testkit.Figures;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.RecordingEffects;
import org.gemello.worker.pack.CounterType;

/**
 * Samples a second through a worker and in this process, with two derived values for each sample, in alternation; and the processor time
 * of both processes. Arguments: seconds per figure.
 */
public final class WorkerBenchmark {
    private static final int TWINS = 50;
    private static final int ROUNDS = 3;
    private final Figures figures = new Figures("worker", System.out);
    private final long nanos;

    private WorkerBenchmark(double seconds) {
        nanos = (long) (seconds * 1e9);
    }

    public static void main(String[] arguments) throws IOException {
        new WorkerBenchmark(arguments.length == 0 ? 1 : Double.parseDouble(arguments[0])).run();
    }

    private void run() throws IOException {
        Path folder = Files.createTempDirectory("worker-benchmark");
        long begin = System.nanoTime();
        try (WorkerFixture fixture = new WorkerFixture(folder, WorkerLimits.USUAL, CounterType.class)) {
            figures.row("start of the process until it answers", String.format(Locale.ROOT, "%.0f ms", (System.nanoTime() - begin) / 1e6),
                    "");
            ProcessHandle child = ProcessHandle.of(fixture.worker().status().process()).orElseThrow();
            measure("warm-up", 100, fixture.type(), child);
            measure("warm-up", 100, new CounterType(), child);
            figures.print();
            for (int rows : new int[] {1, 10, 100, 1000}) {
                for (int round = 0; round < ROUNDS; round++) {
                    measure("in this process, " + rows + " rows a call", rows, new CounterType(), child);
                    measure("through a worker, " + rows + " rows a call", rows, fixture.type(), child);
                }
                figures.print();
            }
            figures.row("resident memory of the worker", resident(child.pid()), "with a heap of at most "
                    + WorkerLimits.USUAL.heapMegabytes() + " MB")
                    .print();
        }
    }

    /** As Linux tells it. */
    private static String resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.substring("VmRSS:".length()).trim()).findFirst().orElse("unknown");
    }

    private static SampleBatch batch(PointTable points, String twin, int rows) {
        int handle = points.handle(new PointDefinition(new PointId(GivenContext.of(twin).twin(), "power"), "kW"));
        SampleBatchBuilder batch = SampleBatch.builder(points, rows);
        for (int row = 0; row < rows; row++) {
            batch.add(handle, row, 0, row, row);
        }
        return batch.build().at(0);
    }

    private record Twin<S>(TwinBehavior<S> behavior, S state, SampleBatch batch) {
        void feed(Effects out) {
            behavior.onSamples(state, batch, out);
        }
    }

    private static <S> Twin<S> twin(TwinType<S> type, SampleBatch batch, int number) {
        TwinBehavior<S> behavior = type.behavior(GivenContext.of("t-" + number));
        return new Twin<>(behavior, behavior.initial(), batch);
    }

    private void measure(String what, int rows, TwinType<?> type, ProcessHandle child) {
        PointTable points = new PointTable();
        List<Twin<?>> twins = new ArrayList<>();
        for (int number = 0; number < TWINS; number++) {
            twins.add(twin(type, batch(points, "t-" + number, rows), number));
        }
        RecordingEffects out = new RecordingEffects(type.model());
        long calls = 0;
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Duration childs = cpu(child);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            for (Twin<?> twin : twins) {
                twin.feed(out);
                out.take();
                calls++;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long samples = calls * rows;
        double ownNanos = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / (double) samples;
        double childNanos = cpu(child).minus(childs).toNanos() / (double) samples;
        figures.row(what, String.format(Locale.ROOT, "%,.0f samples/s", samples / seconds), String.format(Locale.ROOT,
                "%.1f us a call; processor time a sample: here %.0f ns, in the worker %.0f ns", seconds * 1e6 / calls, ownNanos,
                        childNanos));
    }

    private static Duration cpu(ProcessHandle child) {
        return child.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
