package org.gemello.historian.postgres.internal;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.historian.postgres.internal.PostgresSettings.Limits;
import org.gemello.testkit.Figures;
import org.gemello.testkit.postgres.PostgresServer;

/** Ingest and questions of the store, and the same rows by COPY alone. The server forces its disk, as it would on site. */
public final class PostgresBenchmark {
    private static final long SECOND = 1_000_000_000L;
    private static final int DAYS = 30;
    private static final int TURNS = 100;
    private static final int BATCH = 50_000;
    private static final long START = Times.nanos(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(6)));
    private static final PointId LONG = PointId.parse("wt-long/WTUR.W");
    private final int series;
    private final int seconds;
    private final Random random = new Random(42);
    private final PointTable table = new PointTable();
    private final Figures figures = new Figures("postgres history", System.out);
    private PostgresServer server;
    private long offset;

    /** What work took: wall, processor time of this process and of the server. */
    private record Cost(double wall, double own, double server, long rows) {
        String perCpuSecond() {
            return String.format("%,.0f rows/CPU-s", rows / (own + server));
        }

        String text() {
            return String.format("%,.0f rows/s wall; per row %.2f us of ours, %.2f us of the server", rows / wall, own / rows * 1e6,
                    server / rows * 1e6);
        }
    }

    /** Something to measure. */
    private interface Work {
        void run() throws Exception;
    }

    public PostgresBenchmark(int series, int seconds) {
        this.series = series;
        this.seconds = seconds;
    }

    /** True where the goal is met. */
    public boolean run() throws Exception {
        for (int i = 0; i < series; i++) {
            table.handle(new PointDefinition(point(i), "kW"));
        }
        try (PostgresServer started = PostgresServer.launch("max_wal_size=4GB", "shared_buffers=256MB")) {
            server = started;
            PostgresSettings settings = SharedServer.settings(server.url(), "bench", Limits.DEFAULT, SharedServer.FOR_EVER);
            try (PostgresHistory history = SharedServer.open(settings)) {
                ingest(history, START, seconds / 4); // compiles
                copy(seconds / 4, "warm");
                Cost stored = measure((long) series * seconds, () -> ingest(history, START + seconds * SECOND, seconds));
                Cost copied = measure((long) series * seconds, () -> copy(seconds, "bare"));
                figures.row("ingest", stored.perCpuSecond(), stored.text()).row("bare COPY", copied.perCpuSecond(), copied.text());
                questions(history);
                double share = (copied.own + copied.server) / (stored.own + stored.server);
                figures.print().goal(String.format("%.0f %% of a bare COPY per CPU-second", share * 100), "50 %", share >= 0.5);
            }
        }
        return figures.met();
    }

    private void questions(PostgresHistory history) throws Exception {
        PointId one = point(series / 2);
        time("one series, " + seconds + " s", "raw", () -> history.read(one, Times.instant(START + seconds * SECOND),
                Times.instant(START + 2 * seconds * SECOND), 100_000));
        Set<PointId> all = history.points();
        time("last values of " + series + " series", "after the first time", () -> history.last(all));
        month(history);
        Instant end = Times.instant(START);
        time(DAYS + " days at 1 Hz to 500 points", "out of sums", () -> history.read(LONG, end.minus(Duration.ofDays(DAYS)), end, 500));
    }

    private void month(PostgresHistory history) throws Exception {
        int handle = table.handle(new PointDefinition(LONG, "kW"));
        long first = START - DAYS * 86_400 * SECOND;
        for (int hour = 0; hour < DAYS * 24; hour++) {
            SampleBatchBuilder batch = SampleBatch.builder(table, 3_600);
            for (int i = 0; i < 3_600; i++) {
                batch.add(handle, random.nextDouble(), 0, first + (hour * 3_600L + i) * SECOND, START);
            }
            accept(history, new LogEntry.Backfill(batch.build()), 3_600);
        }
        while (history.durable() < offset || !SharedServer.ask(server, "bench",
                "SELECT count(*) FROM unsummed WHERE time < " + (START - 3_600 * SECOND)).equals("0")) {
            LockSupport.parkNanos(SECOND / 10);
        }
        SharedServer.ask(server, "bench", "SELECT count(*) FROM samples"); // warms the cache
    }

    private void accept(PostgresHistory history, LogEntry entry, int size) {
        history.accept(new LogRecord(offset, new TraceId(1, offset + 1), LogRecord.FROM_OUTSIDE, entry));
        offset += size;
    }

    private void ingest(PostgresHistory history, long start, int count) {
        for (int second = 0; second < count; second++) {
            accept(history, new LogEntry.Samples(samples(start, second)), series);
        }
        while (history.durable() < offset) {
            LockSupport.parkNanos(SECOND / 100);
        }
    }

    private SampleBatch samples(long start, int second) {
        SampleBatchBuilder batch = SampleBatch.builder(table, series);
        long time = start + second * SECOND;
        for (int i = 0; i < series; i++) {
            batch.add(i, Math.round(random.nextDouble() * 100) / 100.0, 0, time + random.nextInt(1_000_000), time + 5_000_000);
        }
        return batch.build();
    }

    private static PointId point(int number) {
        return PointId.parse("wt-" + number + "/WTUR.W");
    }

    /** The same rows in the same order of the log into an equal table without partitions, in transactions as large. */
    private void copy(int count, String name) throws SQLException {
        try (Connection connection = new Database(SharedServer.settings(server.url(), "bench", Limits.DEFAULT, SharedServer.FOR_EVER))
                .connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (LIKE samples INCLUDING ALL)");
            BinaryCopy copy = null;
            int rows = 0;
            for (int second = 0; second < count; second++) {
                SampleBatch batch = samples(START, second);
                for (int row = 0; row < batch.size(); row++) {
                    if (copy == null) {
                        copy = new BinaryCopy(connection, name + " (time, log_offset, received, number, point, quality, kind, trace)", 8);
                    }
                    copy.row();
                    copy.int8(batch.sourceTime(row));
                    copy.int8(rows++);
                    copy.int8(batch.receivedTime(row));
                    copy.int8(batch.bits(row));
                    copy.int4(batch.handle(row));
                    copy.int4(batch.qualityCode(row));
                    copy.int2(1);
                    copy.uuid(new TraceId(1, second + 1));
                    if (rows % BATCH == 0) {
                        copy.end();
                        connection.commit();
                        copy = null;
                    }
                }
            }
            if (copy != null) {
                copy.end();
            }
            connection.commit();
        }
    }

    private Cost measure(long rows, Work work) throws Exception {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long own = process.getProcessCpuTime();
        double before = serverSeconds();
        long wall = System.nanoTime();
        work.run();
        return new Cost((System.nanoTime() - wall) / 1e9, (process.getProcessCpuTime() - own) / 1e9, serverSeconds() - before, rows);
    }

    private double serverSeconds() {
        return server.cpu().toMillis() / 1e3;
    }

    private void time(String what, String remark, Work question) throws Exception {
        double[] millis = new double[TURNS];
        for (int turn = -10; turn < TURNS; turn++) {
            long begin = System.nanoTime();
            question.run();
            millis[Math.max(turn, 0)] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        figures.row(what, String.format("%.2f ms", millis[TURNS / 2]), String.format("median; p99 %.2f ms; %s", millis[TURNS * 99 / 100], remark));
    }
}
