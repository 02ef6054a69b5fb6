package org.gemello.runtime.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.trace.Stage;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.gemello.binding.TwinDefinition;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One twin: its mirror, its alarms and, while its pack is there, its behaviour. Whoever holds {@code turn} is the single writer;
 * views are read without it. An exception of the behaviour parks the twin with the state of its last image: what was half
 * done is forgotten and the log still has the input.
 */
final class TwinCell {
    private static final Logger LOG = LoggerFactory.getLogger(TwinCell.class);
    /** A swap that takes longer than this shows its last values as uncertain. */
    private static final Duration GRACE = Duration.ofMillis(250);
    private final TwinDefinition definition;
    private final RuntimeContext context;
    private final ReentrantLock turn = new ReentrantLock();
    private final Mirror mirror;
    private final Map<String, Alarm> alarms = new ConcurrentHashMap<>();
    private volatile BehaviorHost<?> host;
    private volatile TwinModel model = TwinModel.UNKNOWN;
    private volatile TwinStatus status = TwinStatus.PARKED;
    private volatile String reason = "its pack is not installed";
    private volatile long outSince = System.nanoTime();
    private volatile long applied = -1;
    private volatile int epoch;
    private long derivedThrough = -1;
    private long alarmsThrough = -1;
    private CompletableFuture<Long> lastAppend = CompletableFuture.completedFuture(-1L);
    private Intake intake;
    private EffectCollector effects;
    private StateImage image;

    TwinCell(TwinDefinition definition, RuntimeContext context) {
        this.definition = definition;
        this.context = context;
        this.mirror = new Mirror(context.log().points());
    }

    TwinDefinition definition() {
        return definition;
    }

    TwinId id() {
        return definition.id();
    }

    long applied() {
        return applied;
    }

    /** Rises with every activation: what was read for an earlier one must not reach a later one out of order. */
    int epoch() {
        return epoch;
    }

    boolean hasBehavior() {
        return host != null;
    }

    /** Goes back to what an image has kept. What was derived since stays known: the replay must not write it again. */
    void restore(StateImage kept) {
        image = kept;
        applied = kept.applied();
        alreadyDerived(kept.derivedThrough(), kept.alarmsThrough());
        alarms.clear();
        kept.alarms().forEach(alarm -> alarms.put(alarm.name(), alarm));
        mirror.restore(kept.mirror(), context.slots());
    }

    /** What the log shows to be derived already by a process that ended before it could keep an image. */
    void alreadyDerived(long derivedCause, long alarmCause) {
        derivedThrough = Math.max(derivedThrough, derivedCause);
        alarmsThrough = Math.max(alarmsThrough, alarmCause);
    }

    /** Gives the twin a behaviour, from its last image. Returns false, and stays parked with the reason, where that fails. */
    boolean activate(TwinType<?> type) {
        turn.lock();
        try {
            BehaviorHost<?> started = BehaviorHost.start(type, definition, image);
            Intake door = new Intake(context.log().points(), started.model());
            var objection = door.objection(context.bound(id()));
            if (objection.isPresent()) {
                throw new IllegalArgumentException(objection.get());
            }
            if (image != null) {
                restore(image);
            } else {
                applied = -1;
            }
            intake = door;
            effects = new EffectCollector(id(), context.log().points(), started.model(), alarms);
            model = started.model();
            epoch++;
            host = started;
            status = TwinStatus.CATCHING_UP;
            reason = "";
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("twin {} stays parked: {}", id(), e.getMessage(), e);
            park(e.getMessage());
            return false;
        } finally {
            turn.unlock();
        }
    }

    /** The twin follows the log as it grows. */
    void live() {
        status = TwinStatus.RUNNING;
    }

    /** The twin fell behind and reads the log by itself. */
    void behind() {
        outSince = System.nanoTime();
        status = TwinStatus.CATCHING_UP;
    }

    /**
     * Lets the behaviour go, keeping the state of this moment.
     *
     * @return false where the behaviour did not give its turn back in time; then the last image is kept instead
     */
    boolean deactivate(String why, Duration patience) throws InterruptedException {
        boolean mine = turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (mine && host != null) {
                takeImage();
            }
            park(why);
            return mine;
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
    }

    private void park(String why) {
        host = null;
        outSince = System.nanoTime();
        reason = why == null ? "unknown" : why;
        status = TwinStatus.PARKED;
    }

    /**
     * Takes in a record, of which {@code own} is the part that concerns this twin.
     *
     * @param readFor the epoch for which it was read
     */
    void apply(int readFor, LogRecord record, LogEntry own) {
        turn.lock();
        try {
            BehaviorHost<?> worker = host;
            if (worker == null || readFor != epoch || record.next() - 1 <= applied) {
                return;
            }
            effects.begin();
            work(worker, record, own);
            if (host == worker) { // else it was parked meanwhile and its effects are void
                applied = record.next() - 1;
                emit(record, own);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("twin {} parked: its behaviour failed at offset {}", id(), record.offset(), e);
            park("its behaviour failed at offset " + record.offset() + ": " + e);
            context.failed(this);
        } finally {
            turn.unlock();
        }
    }

    private void work(BehaviorHost<?> worker, LogRecord record, LogEntry own) {
        if (own instanceof LogEntry.Samples samples) {
            SampleBatch batch = intake.toModel(samples.batch());
            mirror.apply(batch, context.slots(), record.trace());
            if (!record.isDerived()) {
                context.traces().add(record.trace(), Stage.MIRROR, id() + ": " + batch.size() + " values");
                worker.samples(batch, effects);
            }
        } else if (own instanceof LogEntry.Tick tick) {
            worker.tick(tick.time(), effects);
        } else if (own instanceof LogEntry.CommandIssued issued) {
            worker.command(issued.command(), effects);
        }
    }

    private void emit(LogRecord record, LogEntry own) {
        long cause = record.next() - 1;
        if (cause > alarmsThrough) {
            for (LogEntry.AlarmChanged change : effects.alarmChanges()) {
                lastAppend = context.append(change, record, cause);
                alarmsThrough = cause;
            }
        }
        SampleBatch derived = effects.derived();
        if (!derived.isEmpty() && cause > derivedThrough) {
            lastAppend = context.append(new LogEntry.Samples(derived), record, cause);
            derivedThrough = cause;
            context.traces().add(record.trace(), Stage.ANALYSE, id() + ": " + derived.size() + " derived values");
        }
        if (own instanceof LogEntry.CommandIssued issued) {
            context.decided(issued.command(), effects.writes(), effects.rejection());
        }
    }

    /** The state of this moment, or the last image where the behaviour holds its turn too long or there is none. */
    StateImage image(Duration patience) throws InterruptedException {
        if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return image;
        }
        try {
            if (host != null && (image == null || image.applied() != applied)) {
                takeImage();
            }
            return image;
        } finally {
            turn.unlock();
        }
    }

    private void takeImage() {
        try {
            // what was derived up to here must be on disk before the image says so
            lastAppend.get(5, TimeUnit.SECONDS);
            image = new StateImage(id(), model.schema(), host.encode(), applied, derivedThrough, alarmsThrough, mirror.samples(),
                    List.copyOf(alarms.values()));
        } catch (Exception e) {
            LOG.warn("twin {} keeps its image of offset {}: {}", id(), image == null ? -1 : image.applied(), e.toString());
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    TwinView view() {
        boolean stale = status != TwinStatus.RUNNING && System.nanoTime() - outSince > GRACE.toNanos();
        return Views.of(definition, model, status, reason, applied, mirror.samples(), alarms.values(), stale);
    }

    /** The last value of a point in the model's unit, NaN before the first. */
    double lastNumber(String point) {
        Sample sample = view().state().get(point);
        return sample != null && sample.value() instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
