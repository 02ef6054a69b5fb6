package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.gemello.api.TraceId;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogEntry.Gaps;
import org.gemello.api.twin.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log does beside its work, on a thread of its own and once a second: retention, telling of holes, watching the clock.
 * None of it may hold up an append or a read.
 */
final class Housekeeping extends Thread {
    static final String DAMAGED = "log.segment-damaged";
    static final String CLOCK = "clock.jump";
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long TURN_MILLIS = 1_000;
    private static final int TURNS_OF_CLOCK_ALARM = 3_600;
    private final Segments segments;
    private final Quarantine quarantine;
    private final Retention retention;
    private final Outage outage;
    private final LogClock clock;
    private final PlatformAlarms alarms;
    private final Function<Gaps, CompletableFuture<Long>> append;
    private final Map<Path, List<CompletableFuture<Long>>> telling = new LinkedHashMap<>();
    private int clockAlarmTurns;
    private boolean awake;
    private boolean closed;

    /** @param append appends a fact of the platform's own */
    Housekeeping(Segments segments, Quarantine quarantine, Retention retention, Outage outage, LogClock clock, PlatformAlarms alarms,
                 Function<Gaps, CompletableFuture<Long>> append) {
        super("gemello-log-keep");
        this.segments = segments;
        this.quarantine = quarantine;
        this.retention = retention;
        this.outage = outage;
        this.clock = clock;
        this.alarms = alarms;
        this.append = append;
        // an alarm from before a restart has its hour too
        clockAlarmTurns = alarms.active().stream().anyMatch(alarm -> alarm.name().equals(CLOCK)) ? TURNS_OF_CLOCK_ALARM : 0;
        setDaemon(true);
    }

    /** Has a turn made at once. */
    synchronized void wake() {
        awake = true;
        notifyAll();
    }

    /** Ends the thread; waits until it has. */
    void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            wake();
        }
        interrupt(); // it may be waiting for room in a log that cannot write
        join();
    }

    private synchronized boolean awaitTurn() throws InterruptedException {
        if (!awake && !closed) {
            wait(TURN_MILLIS);
        }
        awake = false;
        return !closed;
    }

    @Override
    public void run() {
        try {
            do {
                turn();
            } while (awaitTurn());
        } catch (InterruptedException e) {
            LOG.debug("closed", e);
        }
    }

    private void turn() {
        try {
            outage.check();
            watchClock();
            tellOfHoles();
            retention.apply();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the sample log's housekeeping failed and is tried again", e);
        }
    }

    private void watchClock() {
        long jump = clock.jump();
        if (jump != 0) {
            clockAlarmTurns = TURNS_OF_CLOCK_ALARM;
            alarms.raise(CLOCK, Severity.MEDIUM, "the computer's clock has jumped " + (jump > 0 ? "forward" : "back") + " by "
                    + Duration.ofNanos(Math.abs(jump)).toSeconds() + " s; times of reception before and after do not fit. "
                    + "Check its time service (NTP)");
        } else if (clockAlarmTurns > 0 && --clockAlarmTurns == 0) {
            alarms.clear(CLOCK, "no jump for an hour");
        }
    }

    private void tellOfHoles() throws IOException {
        if (quarantine.isEmpty()) {
            alarms.clear(DAMAGED, "nothing is set aside");
            return;
        }
        for (Path copy : quarantine.untold()) {
            if (!telling.containsKey(copy)) {
                tell(copy);
            }
        }
        noteTold();
        if (quarantine.recount() > 0) {
            alarms.raise(DAMAGED, Severity.HIGH, quarantine.text() + ". Check the disk; restore the history of that time from a backup, "
                    + "then move the .damaged files away");
        }
    }

    private void tell(Path copy) throws IOException {
        List<Gaps> gaps = List.of();
        for (Segment segment : segments.all()) {
            if (copy.getFileName().toString().startsWith(segment + "-")) {
                Hole hole = Hole.of(segment, segments.before(segment), segments.after(segment), clock.now());
                gaps = hole.gaps("sample log damaged, see " + copy.getFileName());
                LOG.warn("{} points have a gap from {} to {}: {}", hole.points().size(), hole.from(), hole.to(), copy);
            }
        }
        List<CompletableFuture<Long>> appended = gaps.stream().map(append).toList();
        telling.put(copy, appended);
        CompletableFuture.allOf(appended.toArray(CompletableFuture[]::new)).thenRun(this::wake);
    }

    /** What is on disk need not be told again after a restart. Called by the thread, and once more when it has ended. */
    void noteTold() throws IOException {
        for (Iterator<Map.Entry<Path, List<CompletableFuture<Long>>>> all = telling.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Path, List<CompletableFuture<Long>>> one = all.next();
            if (one.getValue().stream().allMatch(CompletableFuture::isDone)) {
                all.remove();
                if (one.getValue().stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
                    quarantine.tellNoMore(one.getKey());
                }
            }
        }
    }
}
