package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.exchange.internal.RealHistory;
import org.gemello.historian.internal.Historian;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.gemello.log.SampleLogs;

/**
 * A platform's data folder under load: a real log with tight retention, a real history that writes and merges files all the time, and a
 * state image as the twins have it. The sample with number n has value n.
 */
final class LivePlant implements AutoCloseable {
    static final PointId POINT = PointId.parse("wt-01/WGEN.W");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BATCH = 100;
    private static final LogOptions TIGHT = LogOptions.DEFAULT.withSegmentBytes(16 << 10).withRetention(64 << 10, Duration.ofDays(1))
            .withCommit(LogOptions.Commit.BATCH, Duration.ofMillis(1));
    final CloseableSampleLog log;
    final Historian history;
    private final Path data;
    private final AtomicLong acknowledged = new AtomicLong(-1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    LivePlant(Path data) throws IOException {
        this.data = data;
        log = SampleLogs.open(data.resolve("log"), TIGHT);
        history = RealHistory.restless(data.resolve("history"), offset -> log.commit("history", offset));
    }

    void work() {
        run(this::feedHistory);
        run(this::feedTwins);
        run(this::produce);
    }

    private void run(Callable<Void> part) {
        Thread thread = new Thread(() -> {
            try {
                part.call();
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        });
        threads.add(thread);
        thread.start();
    }

    private Void produce() throws Exception {
        int handle = log.points().handle(new PointDefinition(POINT, "kW"));
        for (long next = 0; !stopped; next += BATCH) {
            SampleBatchBuilder batch = SampleBatch.builder(log.points(), BATCH);
            for (long n = next; n < next + BATCH; n++) {
                batch.add(handle, n, 0, Times.nanos(START.plusMillis(n)), Times.nanos(START.plusMillis(n)));
            }
            log.append(new LogEntry.Samples(batch.build()), TraceId.random()).get();
            acknowledged.set(next + BATCH - 1);
        }
        return null;
    }

    private Void feedHistory() throws Exception {
        try (Tail tail = log.tail(history.position())) {
            while (!stopped) {
                tail.poll(Duration.ofMillis(50)).ifPresent(history::accept);
            }
        }
        return null;
    }

    /** As the runtime does: the image is written beside, forced, renamed; then the position is stored. */
    private Void feedTwins() throws Exception {
        Image image = Image.read(data);
        long written = 0;
        try (Tail tail = log.tail(image.offset())) {
            while (!stopped) {
                Optional<LogRecord> record = tail.poll(Duration.ofMillis(50));
                if (record.isPresent()) {
                    image = image.after(record.get());
                }
                if (image.offset() - written > 10 * BATCH) {
                    written = image.offset();
                    image.write(data);
                    log.commit("twins", written);
                }
            }
        }
        return null;
    }

    /** Number of the last sample that the log has acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        history.close();
        log.close();
    }

    /** State of a twin that counts its samples and adds them up: only each sample once, in order, gives the right figures. */
    record Image(long offset, long count, long sum) {

        static Image read(Path data) throws IOException {
            Path file = data.resolve("twins").resolve("runtime.image");
            if (!Files.exists(file)) {
                return new Image(0, 0, 0);
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return new Image(bytes.getLong(), bytes.getLong(), bytes.getLong());
        }

        void write(Path data) throws IOException {
            Path folder = Files.createDirectories(data.resolve("twins"));
            Path fresh = folder.resolve("runtime.image.new");
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.allocate(24).putLong(offset).putLong(count).putLong(sum).flip());
                out.force(true);
            }
            Files.move(fresh, folder.resolve("runtime.image"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        Image after(LogRecord record) {
            SampleBatch batch = ((LogEntry.Samples) record.entry()).batch();
            long added = 0;
            for (int row = 0; row < batch.size(); row++) {
                added += batch.bits(row);
            }
            return new Image(record.next(), count + batch.size(), sum + added);
        }
    }
}
