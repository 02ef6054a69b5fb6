package org.gemello.log;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Samples;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.testkit.Figures;

/**
 * Measures the log against the disk: batches of 1,000 doubles appended by several threads with a group commit every 20 ms, and
 * in turns with it the same bytes written to files of the same size by {@link PlainWriter}, with a force as often as the log has
 * one. Both keep the last four files only, as a log does that has reached its retention: so both write to memory that was in
 * use a moment ago, and neither measures how a virtual machine gets memory from its host. Then how fast a tail reads.
 * The options of the log are those of the system properties, as in the platform, but for retention.
 * {@code --seconds N} for each turn, 1 unless told; {@code --dir PATH} where to write, else the folder for temporary files.
 */
final class LogBench {
    private static final int ROWS = 1_000;
    private static final int PRODUCERS = 2;
    private static final int ROUNDS = 15;
    private static final int TAIL_ROUNDS = 5;
    private static final int WARM_UP = 4;
    private static final int FILES = 4;
    private static final double MB = 1 << 20;
    private static final LogOptions OPTIONS = LogOptions.from(System::getProperty);
    private static final LogOptions SHORT = OPTIONS.withRetention(FILES * OPTIONS.segmentBytes(), OPTIONS.retentionAge());
    private final Path directory;
    private final double seconds;

    private LogBench(Path directory, double seconds) {
        this.directory = directory;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        double seconds = given.contains("--seconds") ? Double.parseDouble(given.get(given.indexOf("--seconds") + 1)) : 1;
        String parent = given.contains("--dir") ? given.get(given.indexOf("--dir") + 1) : System.getProperty("java.io.tmpdir");
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of(parent)), "gemello-bench");
        try {
            new LogBench(directory, seconds).run();
        } finally {
            Scratch.remove(directory);
        }
    }

    private void run() throws Exception {
        byte[] record = oneRecord();
        double bytesPerSample = (double) record.length / ROWS;
        PlainWriter plainWriter = new PlainWriter(record, SHORT, FILES);
        List<Turn> ours = new ArrayList<>();
        List<Turn> plain = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Turn append = append(record.length, seconds);
            Turn write = plain(plainWriter);
            if (round >= 0) {
                ours.add(append);
                plain.add(write);
            }
        }
        double tail = tail();
        double rate = median(ours, Turn::bytesPerSecond);
        double ratio = rate / median(plain, Turn::bytesPerSecond);
        new Figures("log", System.out)
                .row("append, group commit every 20 ms", String.format("%.0f MB/s", rate / MB),
                        String.format("%.1f M samples/s in batches of %d by %d threads; turns %s", rate / bytesPerSample / 1e6, ROWS,
                                PRODUCERS, spread(ours)))
                .row("plain write, force as often", String.format("%.0f MB/s", median(plain, Turn::bytesPerSecond) / MB),
                        "the same bytes, one thread; turns " + spread(plain))
                .row("CPU of append", String.format("%.1f ns/sample", median(ours, Turn::cpuPerByte) * bytesPerSample),
                        String.format("%.1f M samples/CPU-s, all threads, building of batches not counted",
                                1e3 / (median(ours, Turn::cpuPerByte) * bytesPerSample)))
                .row("CPU of plain write", String.format("%.1f ns/sample", median(plain, Turn::cpuPerByte) * bytesPerSample), "")
                .row("size", String.format("%.1f B/sample", bytesPerSample), "doubles of 1,000 points, source times spread over a second")
                .row("tail", String.format("%.1f M samples/CPU-s", tail / 1e6), "one thread, decoded, every value read")
                .print()
                .goal(String.format("append %.0f %% of plain write and force", 100 * ratio), "70 %", ratio >= 0.7)
                .goal(String.format("tail %.1f M samples/CPU-s", tail / 1e6), "5 M", tail >= 5e6);
    }

    /** What one turn has reached. */
    private record Turn(double bytesPerSecond, double cpuPerByte) {
        static Turn of(double bytes, long startNanos, long startCpu) {
            return new Turn(bytes * 1e9 / (System.nanoTime() - startNanos), (cpu() - startCpu) / bytes);
        }

        static long cpu() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }
    }

    /** Slowest to fastest. */
    private static String spread(List<Turn> turns) {
        DoubleSummaryStatistics rates = turns.stream().mapToDouble(Turn::bytesPerSecond).summaryStatistics();
        return String.format("%.0f to %.0f", rates.getMin() / MB, rates.getMax() / MB);
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> of) {
        return median(turns.stream().map(of::applyAsDouble).toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** The bytes of one batch, as the log writes them: what the second append of it adds to the segment. */
    private byte[] oneRecord() throws IOException {
        Path folder = Files.createTempDirectory(directory, "record");
        try (CloseableSampleLog log = SampleLogs.open(folder, OPTIONS)) {
            Samples batch = BenchBatch.of(log.points(), ROWS);
            log.append(batch, TraceId.random()).join();
            long before = log.status().bytes();
            log.append(batch, TraceId.random()).join();
            byte[] segment = Files.readAllBytes(folder.resolve(String.format("%020d.seg", 0)));
            return Arrays.copyOfRange(segment, (int) before, segment.length);
        }
    }

    /** From the open log until all is on disk. */
    private Turn append(int recordBytes, double duration) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(directory, "log");
        Turn turn;
        try (CloseableSampleLog log = SampleLogs.open(folder, SHORT)) {
            Samples batch = BenchBatch.of(log.points(), ROWS);
            long cpu = Turn.cpu();
            long start = System.nanoTime();
            Thread[] producers = new Thread[PRODUCERS];
            for (int i = 0; i < PRODUCERS; i++) {
                producers[i] = new Thread(() -> produce(log, batch, start + (long) (duration * 1e9)));
                producers[i].start();
            }
            for (Thread producer : producers) {
                producer.join();
            }
            turn = Turn.of(log.end() / ROWS * (double) recordBytes, start, cpu);
        }
        Scratch.remove(folder);
        return turn;
    }

    /** Back-pressure alone holds the producers back, but for the last batch. */
    private static void produce(CloseableSampleLog log, Samples batch, long deadline) {
        TraceId trace = TraceId.random();
        while (System.nanoTime() < deadline) {
            log.append(batch, trace);
        }
        log.append(batch, trace).join();
    }

    private Turn plain(PlainWriter writer) throws IOException {
        Path folder = Files.createTempDirectory(directory, "plain");
        long cpu = Turn.cpu();
        long start = System.nanoTime();
        long written = writer.write(folder, start + (long) (seconds * 1e9));
        Turn turn = Turn.of(written, start, cpu);
        Scratch.remove(folder);
        return turn;
    }

    /** Samples per second of CPU time of the thread that reads. */
    private double tail() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(directory, "tail");
        try (CloseableSampleLog log = SampleLogs.open(folder, OPTIONS)) {
            Samples batch = BenchBatch.of(log.points(), ROWS);
            for (int i = 1; i < 10_000; i++) {
                log.append(batch, TraceId.NONE);
            }
            log.append(batch, TraceId.NONE).join();
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < TAIL_ROUNDS + 1; round++) {
                rates.add(readAll(log));
            }
            return median(rates.subList(1, rates.size()));
        }
    }

    private static double readAll(CloseableSampleLog log) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long samples = 0;
        double sum = 0;
        try (Tail tail = log.tail(0)) {
            for (Optional<LogRecord> r = tail.poll(Duration.ZERO); r.isPresent(); r = tail.poll(Duration.ZERO)) {
                Samples read = (Samples) r.get().entry();
                for (int row = 0; row < read.count(); row++) {
                    sum += read.batch().doubleValue(row);
                }
                samples += read.count();
            }
        }
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        if (samples != log.end() || Double.isNaN(sum)) {
            throw new IllegalStateException("the tail gave " + samples + " of " + log.end() + " samples");
        }
        return samples / (cpu / 1e9);
    }
}
