package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogStatus;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.api.log.Tail;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sample log in a directory: {@link Appender}, {@link SegmentWriter} and {@link Committer} write it, {@link FileTail}s read. */
public final class FileSampleLog implements CloseableSampleLog, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(FileSampleLog.class);
    /** Seconds after which a force that has not come back is called a problem. */
    private static final long HANGING = 10;
    private final PointTable points = new PointTable();
    private final Segments segments = new Segments();
    private final Set<FileTail> tails = ConcurrentHashMap.newKeySet();
    private final DirectoryLock lock;
    private final GroupPositions groups;
    private final Quarantine quarantine;
    private final DurableEnd durable;
    private final Outage outage;
    private final Appender appender;
    private final Committer committer;
    private final SegmentWriter writer;
    private final Housekeeping housekeeping;
    private final Instant lastRun;

    private FileSampleLog(Path directory, LogOptions options, SegmentFile.Maker maker, PlatformAlarms alarms, LogClock clock,
                          DirectoryLock lock) throws IOException {
        this.lock = lock;
        groups = new GroupPositions(directory.resolve("groups"));
        quarantine = new Quarantine(directory.resolve("quarantine"));
        Recovery recovery = new Recovery(directory, segments, quarantine);
        long found = recovery.run();
        lastRun = recovery.lastAppend() == 0 ? null : Times.instant(Math.min(recovery.lastAppend(), clock.now()));
        // a group may have got further than a disk that was not synced: its offsets are not given again
        long end = Math.max(found, groups.fastest());
        durable = new DurableEnd(end);
        outage = new Outage(directory, alarms, clock);
        appender = new Appender(points, options, clock, outage, end);
        LongSupplier ageClock = () -> clock.ageClock(recovery.newest());
        Retention retention = new Retention(options, segments, groups, ageClock, alarms);
        housekeeping = new Housekeeping(segments, quarantine, retention, outage, clock, alarms,
                gaps -> append(gaps, TraceId.NONE, LogRecord.FROM_OUTSIDE));
        quarantine.onDamage(housekeeping::wake);
        Commits commits = new Commits(options.unsyncedBytes() / 4);
        committer = new Committer(options, clock, appender, commits, segments, durable, housekeeping::wake);
        writer = new SegmentWriter(directory, appender, commits, committer, maker, clock, outage, recovery.newest());
        outage.over();
        committer.start();
        writer.start();
        housekeeping.start();
    }

    /** @throws LogUnavailableException where it cannot be opened; see {@link org.gemello.log.SampleLogs} */
    public static FileSampleLog open(Path directory, LogOptions options) {
        return open(directory, options, new AlarmBook());
    }

    static FileSampleLog open(Path directory, LogOptions options, PlatformAlarms alarms) {
        return open(directory, options, SegmentFile::make, alarms, new LogClock());
    }

    static FileSampleLog open(Path directory, LogOptions options, SegmentFile.Maker maker, PlatformAlarms alarms, LogClock clock) {
        DirectoryLock lock = null;
        FileSampleLog log = null;
        try {
            lock = DirectoryLock.take(Files.createDirectories(directory));
            log = new FileSampleLog(directory, options, maker, alarms, clock, lock);
            return log;
        } catch (IOException e) {
            throw new LogUnavailableException(DiskProblem.text("cannot open the sample log in " + directory, e), e);
        } finally {
            if (log == null && lock != null) {
                free(lock);
            }
        }
    }

    private static void free(DirectoryLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("cannot free the lock of the log", e);
        }
    }

    @Override
    public Optional<Instant> endOfLastRun() {
        return Optional.ofNullable(lastRun);
    }

    @Override
    public PointTable points() {
        return points;
    }

    /** @throws IllegalArgumentException for a batch that is empty, or built with the points of another log */
    @Override
    public CompletableFuture<Long> append(LogEntry entry, TraceId trace, long cause) {
        if (entry instanceof LogEntry.Samples samples) {
            check(samples.batch());
        } else if (entry instanceof LogEntry.Backfill backfill) {
            check(backfill.batch());
        }
        return appender.append(entry, trace, cause);
    }

    private void check(SampleBatch batch) {
        if (batch.isEmpty() || batch.size() > RecordHeader.MAX_ITEMS) {
            throw new IllegalArgumentException("a batch has 1 to " + RecordHeader.MAX_ITEMS + " samples, not " + batch.size());
        }
        if (batch.points() != points) {
            throw new IllegalArgumentException("the batch was built with other points than those of this log");
        }
    }

    /** Whether samples from outside are let in; while they are not, their writers wait. Everything else is still appended. */
    void intake(boolean open) {
        appender.intake(open);
    }

    /** A tail from inside a record begins with that whole record. */
    @Override
    public Tail tail(long from) {
        FileTail tail = new FileTail(segments, points, durable, quarantine, Math.max(from, start()), tails::remove);
        tails.add(tail);
        return tail;
    }

    @Override
    public long end() {
        return appender.end();
    }

    @Override
    public long start() {
        Segment oldest = segments.oldest();
        return oldest == null ? durable.offset() : oldest.first();
    }

    @Override
    public long position(String group) {
        groups.activate(group);
        return groups.position(group);
    }

    /**
     * @throws IllegalArgumentException where {@code next} is not an offset that can be next
     * @throws LogUnavailableException  where it cannot be stored
     */
    @Override
    public void commit(String group, long next) {
        if (next < 0 || next > end()) {
            throw new IllegalArgumentException("group " + group + " cannot be at " + next + ", the log ends at " + end());
        }
        try {
            groups.store(group, next);
        } catch (IOException e) {
            throw new LogUnavailableException(DiskProblem.text("cannot store the position of group " + group, e), e);
        }
    }

    @Override
    public List<ConsumerGroup> groups() {
        return new GroupLags(segments, durable, groups).all();
    }

    /** @throws LogUnavailableException where its file cannot be removed */
    @Override
    public boolean forget(String group) {
        try {
            return groups.forget(group);
        } catch (IOException e) {
            throw new LogUnavailableException(DiskProblem.text("cannot remove consumer group " + group, e), e);
        }
    }

    @Override
    public long offsetAt(Instant time) {
        return new TimeSearch(segments, durable).offsetAt(time);
    }

    @Override
    public LogStatus status() {
        return new LogStatus(start(), end(), durable.offset(), segments.size(), segments.bytes(), groups.all(), outage.text());
    }

    @Override
    public Health health() {
        long seconds = committer.forcingSeconds();
        if (outage.isOn()) {
            return Health.notReady("log", outage.text());
        } else if (seconds >= HANGING) {
            return Health.notReady("log", "the disk of the sample log has not answered for " + seconds + " s; sources wait. Check the disk");
        }
        String damage = quarantine.text();
        return Health.well("log", damage.isEmpty() ? "durable up to offset " + durable.offset() : damage);
    }

    @Override
    public void close() {
        appender.refuse(new LogUnavailableException("the sample log is closed"));
        join(housekeeping::close);
        join(writer::join);
        join(committer::join);
        try {
            housekeeping.noteTold();
        } catch (IOException e) {
            LOG.warn("a gap of a damaged segment will be told once more after the restart", e);
        }
        durable.close();
        tails.forEach(FileTail::close);
        free(lock);
    }

    @FunctionalInterface
    private interface Ending {
        void await() throws InterruptedException;
    }

    /** Waits also when interrupted: what was appended must be on disk before the directory is free for others. */
    private static void join(Ending ending) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ending.await();
                ended = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
