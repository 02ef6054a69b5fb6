package org.gemello.log;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Samples;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.testkit.Figures;

/**
 * Measures the log against the disk: batches of 1,000 doubles appended by several threads with a group commit every 20 ms,
 * and the same bytes written to one file by one thread with a force every 20 ms, in turns. Then how fast a tail reads.
 * The options of the log are those of the system properties, as in the platform.
 * {@code --seconds N} for each turn, 3 unless told; {@code --dir PATH} where to write, else the folder for temporary files.
 */
final class LogBench {
    private static final int ROWS = 1_000;
    private static final int PRODUCERS = 2;
    private static final int ROUNDS = 5;
    private static final double MB = 1 << 20;
    private static final LogOptions OPTIONS = LogOptions.from(System::getProperty);
    private final Path directory;
    private final double seconds;

    private LogBench(Path directory, double seconds) {
        this.directory = directory;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        double seconds = given.contains("--seconds") ? Double.parseDouble(given.get(given.indexOf("--seconds") + 1)) : 3;
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
        append(record.length, seconds);
        raw(record, seconds);
        List<Turn> ours = new ArrayList<>();
        List<Turn> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(append(record.length, seconds));
            plain.add(raw(record, seconds));
        }
        double tail = tail();
        List<Double> ratios = ratios(ours, plain);
        double ratio = median(ratios);
        double rate = median(ours, Turn::bytesPerSecond);
        new Figures("log", System.out)
                .row("append, group commit every 20 ms", String.format("%.0f MB/s", rate / MB),
                        String.format("%.1f M samples/s in batches of %d by %d threads", rate / bytesPerSample / 1e6, ROWS, PRODUCERS))
                .row("plain write, force every 20 ms", String.format("%.0f MB/s", median(plain, Turn::bytesPerSecond) / MB),
                        "the same bytes, one thread")
                .row("ratio of each turn", String.format("%.2f", ratio),
                        ratios.stream().map(r -> String.format("%.2f", r)).collect(Collectors.joining(" ")))
                .row("CPU of append", String.format("%.2f ns/B", median(ours, Turn::cpuPerByte)),
                        String.format("%.1f M samples/CPU-s, all threads, building of batches not counted",
                                1e3 / (median(ours, Turn::cpuPerByte) * bytesPerSample)))
                .row("CPU of plain write", String.format("%.2f ns/B", median(plain, Turn::cpuPerByte)), "")
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

    private static List<Double> ratios(List<Turn> ours, List<Turn> plain) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round).bytesPerSecond / plain.get(round).bytesPerSecond);
        }
        return ratios;
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

    /** Until all is on disk. */
    private Turn append(int recordBytes, double duration) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(directory, "log");
        long cpu = Turn.cpu();
        long start = System.nanoTime();
        long batches;
        try (CloseableSampleLog log = SampleLogs.open(folder, OPTIONS)) {
            Thread[] producers = new Thread[PRODUCERS];
            for (int i = 0; i < PRODUCERS; i++) {
                producers[i] = new Thread(() -> produce(log, start + (long) (duration * 1e9)));
                producers[i].start();
            }
            for (Thread producer : producers) {
                producer.join();
            }
            batches = log.end() / ROWS;
        }
        Turn turn = Turn.of(batches * (double) recordBytes, start, cpu);
        Scratch.remove(folder);
        return turn;
    }

    /** Back-pressure alone holds the producers back. */
    private static void produce(CloseableSampleLog log, long deadline) {
        Samples batch = BenchBatch.of(log.points(), ROWS);
        TraceId trace = TraceId.random();
        while (System.nanoTime() < deadline) {
            log.append(batch, trace);
        }
    }

    private Turn raw(byte[] record, double duration) throws IOException {
        Path file = Files.createTempFile(directory, "raw", ".bin");
        ByteBuffer bytes = ByteBuffer.allocateDirect(record.length).put(record).flip();
        long cpu = Turn.cpu();
        long start = System.nanoTime();
        long deadline = start + (long) (duration * 1e9);
        long window = OPTIONS.window().toNanos();
        long written = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (System.nanoTime() < deadline) {
                long forceAt = System.nanoTime() + window;
                while (System.nanoTime() < forceAt) {
                    written += channel.write(bytes.duplicate());
                }
                channel.force(false);
            }
        }
        Turn turn = Turn.of(written, start, cpu);
        Files.delete(file);
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
            for (int round = 0; round < ROUNDS + 1; round++) {
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
