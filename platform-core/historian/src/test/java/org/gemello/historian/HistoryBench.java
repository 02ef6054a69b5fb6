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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.historian.PlantSignals.Kind;
import org.gemello.historian.internal.Historian;
import org.gemello.historian.internal.HistorySettings;
import org.gemello.testkit.Figures;

/**
 * Measures the embedded history: series at 1 Hz are taken in, written, merged and summed up; then it is asked. Beside it, in the
 * same run, TsFile's own writers are fed with the same rows ({@link RawTsFile}). Sizes are of the whole folder: samples, sums, last
 * values. {@code --series N}, 10,000 unless told; {@code --minutes N} of plant time, 64 unless told, which is when hourly files are
 * merged; {@code --days N} of the long question, 30 unless told. {@code --scale KIND} measures one kind of data only, taken in and asked
 * for its last values, so that 10,000 series are done within three minutes; the kinds are those of {@link PlantSignals.Kind}.
 */
public final class HistoryBench {
    private static final long SECOND = PlantSignals.SECOND;
    private static final long START = Times.nanos(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(40)));
    private static final int QUESTIONS = 200;
    /** So many that what is measured is compiled code, of which a platform runs nothing else after its first minutes. */
    private static final int WARM_UP_SERIES = 500;
    private static final int WARM_UP_TURNS = 2;
    private static final int LONG_SERIES = 2;
    private static final int LONG_FLUSH_MINUTES = 8;
    private final int series;
    private final int seconds;
    private final int days;
    private final Figures figures = new Figures("history", System.out);
    private final Random random = new Random(1);

    private HistoryBench(int series, int seconds, int days) {
        this.series = series;
        this.seconds = seconds;
        this.days = days;
    }

    private record Cost(double pointsPerCpuSecond, double bytesPerPoint) {
    }

    private interface Question {
        void ask(int turn);
    }

    public static void main(String[] arguments) throws IOException {
        HistoryBench bench = new HistoryBench(option(arguments, "--series", 10_000), option(arguments, "--minutes", 64) * 60,
                option(arguments, "--days", 30));
        Path folder = Files.createTempDirectory("gemello-bench-history");
        try {
            List<String> given = Arrays.asList(arguments);
            if (given.contains("--scale")) {
                bench.scale(folder, Kind.valueOf(given.get(given.indexOf("--scale") + 1)));
            } else {
                bench.run(folder);
            }
        } finally {
            remove(folder);
        }
    }

    private static int option(String[] arguments, String name, int otherwise) {
        List<String> given = Arrays.asList(arguments);
        return given.contains(name) ? Integer.parseInt(given.get(given.indexOf(name) + 1)) : otherwise;
    }

    private void run(Path folder) throws IOException {
        warmUp(folder, Kind.values());
        Cost shaken = compare(folder, Kind.DECIMALS_SHAKEN, "two decimals, times shake by 1 ms");
        Cost decimals = compare(folder, Kind.DECIMALS, "two decimals, times on the second");
        Cost doublesShaken = compare(folder, Kind.DOUBLES_SHAKEN, "noise in all 53 bits, times shake by 1 ms");
        Cost doubles = compare(folder, Kind.DOUBLES, "noise in all 53 bits, times on the second");
        double[] hour = hour(folder.resolve(Kind.DECIMALS_SHAKEN.name()));
        double[] fresh = fresh(folder.resolve("fresh"));
        double[] last = last(folder.resolve(Kind.DECIMALS_SHAKEN.name()));
        double[] chart = chart(folder.resolve("long"));
        time("one series, one hour", hour);
        time("one series, one hour, nothing merged yet", fresh);
        time("last values of " + series + " series", last);
        figures.row("sums of 5 min and 1 h", String.format("%.2f B/point", size(folder.resolve("long").resolve("rollup"))
                / (double) LONG_SERIES / days / 86_400), "beside the samples, at 1 Hz");
        time(days + " days of one series to 500 points", chart);
        double slowest = Stream.of(shaken, decimals, doublesShaken, doubles).mapToDouble(Cost::pointsPerCpuSecond).min().orElseThrow();
        figures.print()
                .goal(String.format("%,.0f points/CPU-s, slowest of four", slowest), "1,000,000", slowest >= 1e6)
                .goal(String.format("%.2f B/point, two decimals, times shake", shaken.bytesPerPoint), "4", shaken.bytesPerPoint <= 4)
                .goal(String.format("%.2f B/point, full doubles", doubles.bytesPerPoint), "6", doubles.bytesPerPoint <= 6)
                .goal(String.format("one series, one hour in %.2f ms", hour[0]), "5 ms", hour[0] <= 5)
                .goal(String.format("one series, one hour, nothing merged yet, in %.2f ms", fresh[0]), "5 ms", fresh[0] <= 5)
                .goal(String.format("%d days to 500 points in %.2f ms", days, chart[0]), "50 ms", chart[0] <= 50)
                .goal(String.format("last values of %,d series in %.2f ms", series, last[0]), "10 ms", last[0] <= 10);
    }

    /** What depends on the number of series, with one kind of data. */
    private void scale(Path folder, Kind kind) throws IOException {
        warmUp(folder, kind);
        Cost cost = compare(folder, kind, kind.name());
        double[] last = last(folder.resolve(kind.name()));
        time("last values of " + series + " series", last);
        double bytes = kind.hasDecimals() ? 4 : 6;
        figures.print()
                .goal(String.format("%,.0f points/CPU-s", cost.pointsPerCpuSecond), "1,000,000", cost.pointsPerCpuSecond >= 1e6)
                .goal(String.format("%.2f B/point", cost.bytesPerPoint), String.format("%.0f", bytes), cost.bytesPerPoint <= bytes)
                .goal(String.format("last values of %,d series in %.2f ms", series, last[0]), "10 ms", last[0] <= 10);
    }

    private void warmUp(Path folder, Kind... kinds) throws IOException {
        HistoryBench warmUp = new HistoryBench(WARM_UP_SERIES, seconds, days);
        for (int turn = 0; turn < WARM_UP_TURNS * kinds.length; turn++) {
            Kind kind = kinds[turn % kinds.length];
            warmUp.ingest(folder.resolve("warm-up-" + turn), kind);
            warmUp.raw(folder.resolve("warm-up.tsfile"), kind);
        }
    }

    private Cost compare(Path folder, Kind kind, String what) throws IOException {
        Cost ours = ingest(folder.resolve(kind.name()), kind);
        Cost raw = raw(folder.resolve(kind + ".tsfile"), kind);
        figures.row(what, String.format("%,.0f points/CPU-s", ours.pointsPerCpuSecond),
                        String.format("raw TsFile %,.0f; %.0f %% of it", raw.pointsPerCpuSecond,
                                100 * ours.pointsPerCpuSecond / raw.pointsPerCpuSecond))
                .row("", String.format("%.2f B/point", ours.bytesPerPoint),
                        String.format("raw TsFile %.2f, without place in the log", raw.bytesPerPoint));
        return ours;
    }

    private void time(String what, double[] millis) {
        figures.row(what, String.format("%.2f ms", millis[0]), String.format("median of %d; p99 %.2f ms", QUESTIONS, millis[1]));
    }

    /** Made, taken in, written, merged and summed up, less what making the rows takes by itself. */
    private Cost ingest(Path folder, Kind kind) throws IOException {
        double making = cpu(() -> {
            PlantSignals signals = new PlantSignals(kind, series, START);
            for (int second = 0; second < seconds; second++) {
                signals.second(second, record -> { });
            }
        });
        double all = cpu(() -> {
            PlantSignals signals = new PlantSignals(kind, series, START);
            try (Historian history = new Historian(folder, flushedAfter(series * 60), committed -> { })) {
                for (int second = 0; second < seconds; second++) {
                    signals.second(second, history::accept);
                }
                awaitQuiet(folder);
            }
        });
        double points = (double) series * seconds;
        return new Cost(points / (all - making), (size(folder) - size(folder.resolve("rollup"))) / points);
    }

    /** By rows as often as would be by time, but the clock of the plant runs faster here. */
    private static HistorySettings flushedAfter(int rows) {
        HistorySettings usual = HistorySettings.DEFAULT;
        return new HistorySettings(usual.flushAge(), Math.min(rows, usual.flushRows()), usual.flushBytes(), usual.retentionAge(),
                usual.retentionBytes(), usual.rollupAge(), usual.rollupBytes(), usual.retryDelay());
    }

    private Cost raw(Path file, Kind kind) throws IOException {
        double making = cpu(() -> {
            PlantSignals signals = new PlantSignals(kind, series, START);
            for (int second = 0; second < seconds; second++) {
                signals.second(second, (row, time, value, received) -> { });
            }
        });
        long[] bytes = new long[1];
        double all = cpu(() -> {
            PlantSignals signals = new PlantSignals(kind, series, START);
            RawTsFile raw = new RawTsFile(kind, series);
            for (int second = 0; second < seconds; second++) {
                signals.second(second, raw::row);
            }
            bytes[0] = raw.write(file);
        });
        Files.delete(file);
        double points = (double) series * seconds;
        return new Cost(points / (all - making), bytes[0] / points);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Processor seconds of all threads. */
    private static double cpu(Work work) throws IOException {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begin = process.getProcessCpuTime();
        work.run();
        return (process.getProcessCpuTime() - begin) / 1e9;
    }

    /** Until nothing is left to merge or sum up: no file has changed for two seconds. */
    private static void awaitQuiet(Path folder) {
        String before = "";
        for (int quiet = 0; quiet < 20; quiet++) {
            LockSupport.parkNanos(SECOND / 10);
            String now = state(folder);
            quiet = now.equals(before) ? quiet : 0;
            before = now;
        }
    }

    /** Names and lengths; a file that goes meanwhile has none. */
    private static String state(Path folder) {
        return Stream.of(folder.toFile(), folder.resolve("rollup").toFile()).flatMap(part -> Stream.of(part.listFiles()))
                .map(file -> file.getName() + file.length()).sorted().toList().toString();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private double[] hour(Path folder) throws IOException {
        Instant from = Times.instant(START);
        try (Historian history = new Historian(folder, HistorySettings.DEFAULT, committed -> { })) {
            return ask(turn -> expect(history.read(PlantSignals.point(random.nextInt(series)), from,
                    from.plusSeconds(3_600), 10_000).total(),
                    count -> count == Math.min(seconds, 3_600)));
        }
    }

    /** The same while the hour is in one spill file for each minute. */
    private double[] fresh(Path folder) throws IOException {
        HistoryBench hour = new HistoryBench(series, Math.min(seconds, 3_600), days);
        hour.ingest(folder, Kind.DECIMALS_SHAKEN);
        return hour.hour(folder);
    }

    private double[] last(Path folder) throws IOException {
        List<PointId> points = IntStream.range(0, series).mapToObj(PlantSignals::point).toList();
        try (Historian history = new Historian(folder, HistorySettings.DEFAULT, committed -> { })) {
            return ask(turn -> expect(history.last(points).size(), count -> count == series));
        }
    }

    /** Asked for any second, not for whole hours. */
    private double[] chart(Path folder) throws IOException {
        int length = days * 86_400;
        PlantSignals signals = new PlantSignals(Kind.DECIMALS_SHAKEN, LONG_SERIES, START);
        try (Historian history = new Historian(folder, flushedAfter(LONG_SERIES * LONG_FLUSH_MINUTES * 60), committed -> { })) {
            for (int second = 0; second < length; second++) {
                signals.second(second, history::accept);
            }
            awaitQuiet(folder);
            return ask(turn -> {
                Instant from = Times.instant(START).plusSeconds(random.nextInt(1_000));
                expect(history.read(PlantSignals.point(turn % LONG_SERIES), from, from.plusSeconds(length), 500).total(),
                        count -> count > length - 2_000);
            });
        }
    }

    private static void expect(long count, Predicate<Long> right) {
        if (!right.test(count)) {
            throw new IllegalStateException("the answer has " + count + " samples, which is wrong");
        }
    }

    /** Median and 99th percentile in milliseconds; the first half warms up. */
    private static double[] ask(Question question) {
        double[] millis = new double[QUESTIONS];
        for (int turn = -QUESTIONS; turn < QUESTIONS; turn++) {
            long begin = System.nanoTime();
            question.ask(Math.abs(turn));
            millis[Math.max(turn, 0)] = (System.nanoTime() - begin) / 1e6;
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
