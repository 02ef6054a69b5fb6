package org.gemello.historian;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.historian.internal.Historian;
import org.gemello.historian.internal.HistorySettings;
import org.gemello.testkit.Figures;

/**
 * Measures the history: an hour of series at 1 Hz is taken in and written, then asked for. Source times are jittered by up to 1 ms
 * in steps of 100 ns, as OPC UA servers give them, or stand on the second, as a scan cycle gives them; received times are jittered
 * by up to 5 ms in nanoseconds, the same for a batch. Everything is measured the second time, when the code is compiled.
 * {@code --series N}, 1,000 unless told; {@code --seconds N} of plant time, 3,600 unless told.
 */
public final class HistoryBench {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = Times.nanos(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(24)));
    private static final int QUESTIONS = 300;
    private static final int MERGED_AT = 8;
    private static final int JITTER = 10_000;
    private final int series;
    private final int seconds;
    private final Random random = new Random(42);
    private final PointTable table = new PointTable();
    private final Figures figures = new Figures("history", System.out);

    private HistoryBench(int series, int seconds) {
        this.series = series;
        this.seconds = seconds;
    }

    private record Ingest(double pointsPerCpuSecond, double pointsPerSecond, double bytesPerPoint, long files) {
    }

    public static void main(String[] arguments) throws IOException {
        new HistoryBench(option(arguments, "--series", 1_000), option(arguments, "--seconds", 3_600)).run();
    }

    private static int option(String[] arguments, String name, int otherwise) {
        List<String> given = Arrays.asList(arguments);
        return given.contains(name) ? Integer.parseInt(given.get(given.indexOf(name) + 1)) : otherwise;
    }

    private void run() throws IOException {
        for (int i = 0; i < series; i++) {
            table.handle(new PointDefinition(point(i), "kW"));
        }
        DoubleUnaryOperator decimals = value -> Math.round(value * 100) / 100.0;
        Path folder = Files.createTempDirectory("gemello-bench-history");
        try {
            ingest(folder.resolve("warm-up"), decimals, JITTER);
            ingest(folder.resolve("warm-up too"), DoubleUnaryOperator.identity(), JITTER);
            Ingest rounded = ingest(folder.resolve("decimals"), decimals, JITTER);
            Ingest scanned = ingest(folder.resolve("scanned"), decimals, 1);
            Ingest full = ingest(folder.resolve("doubles"), DoubleUnaryOperator.identity(), JITTER);
            row("two decimals", rounded);
            row("two decimals, times on the second", scanned);
            row("full doubles", full);
            double[] hour = ask(folder.resolve("decimals"), 10_000);
            double[] plotted = ask(folder.resolve("decimals"), 500);
            figures.row("one series, all of it", String.format("%.2f ms", hour[0]), String.format("median; p99 %.2f ms", hour[1]))
                    .row("one series to 500 points", String.format("%.2f ms", plotted[0]), String.format("median; p99 %.2f ms", plotted[1]))
                    .print()
                    .goal(String.format("%,.0f points/CPU-s", rounded.pointsPerCpuSecond), "1,000,000", rounded.pointsPerCpuSecond >= 1e6)
                    .goal(String.format("%.1f B/point, two decimals", rounded.bytesPerPoint), "4", rounded.bytesPerPoint <= 4)
                    .goal(String.format("%.1f B/point, full doubles", full.bytesPerPoint), "6", full.bytesPerPoint <= 6)
                    .goal(String.format("one series, one hour in %.2f ms", hour[0]), "5 ms", hour[0] <= 5);
        } finally {
            remove(folder);
        }
    }

    private void row(String what, Ingest ingest) {
        figures.row("ingest, " + what, String.format("%,.0f points/CPU-s", ingest.pointsPerCpuSecond),
                        String.format("%,.0f points/s, all threads; making the samples, merging and closing included", ingest.pointsPerSecond))
                .row("size, " + what, String.format("%.2f B/point", ingest.bytesPerPoint),
                        String.format("%d series at 1 Hz for %d s in %d files", series, seconds, ingest.files));
    }

    private static PointId point(int number) {
        return PointId.parse("wt-" + number + "/WTUR.W");
    }

    private Ingest ingest(Path folder, DoubleUnaryOperator rounding, int jitter) throws IOException {
        double[] values = random.doubles(series, 0, 3_000).toArray();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long wall = System.nanoTime();
        long offset = 0;
        try (Historian history = new Historian(folder, HistorySettings.DEFAULT, committed -> { })) {
            for (int second = 0; second < seconds; second++) {
                history.accept(new LogRecord(offset, TraceId.NONE, LogRecord.FROM_OUTSIDE, samples(second, values, rounding, jitter)));
                offset += series + 1; // a tick lies between
            }
            while (unmerged(folder) >= MERGED_AT) {
                LockSupport.parkNanos(SECOND / 100);
            }
        }
        double points = (double) series * seconds;
        double cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
        double wallSeconds = (System.nanoTime() - wall) / 1e9;
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            long bytes = written.stream().mapToLong(file -> file.toFile().length()).sum();
            return new Ingest(points / cpuSeconds, points / wallSeconds, bytes / points, written.size());
        }
    }

    private static long unmerged(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains("_L0_")).count();
        }
    }

    private LogEntry samples(int second, double[] values, DoubleUnaryOperator rounding, int jitter) {
        SampleBatchBuilder batch = SampleBatch.builder(table, series);
        long time = START + second * SECOND;
        long received = time + random.nextInt(5_000_000);
        for (int i = 0; i < series; i++) {
            values[i] += random.nextDouble() - 0.5;
            batch.add(i, rounding.applyAsDouble(values[i]), 0, time + random.nextInt(jitter) * 100L, received);
        }
        return new LogEntry.Samples(batch.build());
    }

    /** Median and 99th percentile in milliseconds. */
    private double[] ask(Path folder, int maxPoints) throws IOException {
        double[] millis = new double[QUESTIONS];
        try (Historian history = new Historian(folder, HistorySettings.DEFAULT, committed -> { })) {
            for (int turn = -QUESTIONS; turn < QUESTIONS; turn++) {
                PointId point = point(random.nextInt(series));
                long begin = System.nanoTime();
                long total = history.read(point, Times.instant(START), Times.instant(START + seconds * SECOND), maxPoints).total();
                if (total != seconds) {
                    throw new IllegalStateException(point + " has " + total + " samples instead of " + seconds);
                }
                millis[Math.max(turn, 0)] = (System.nanoTime() - begin) / 1e6; // the first half warms up
            }
        }
        Arrays.sort(millis);
        return new double[] {millis[QUESTIONS / 2], millis[QUESTIONS * 99 / 100]};
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
