package org.gemello.runtime.internal;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.trace.Stage;
import org.gemello.api.twin.Alarm;

/**
 * Brings what a twin derived to the log, once for each cause, whichever life of the twin says it and however often the log is replayed.
 * Used by who holds the twin's turn.
 */
final class Outbox {
    private final TwinId twin;
    private final RuntimeContext context;
    private final Announcements announcements = new Announcements();
    private long derivedThrough = -1;
    private long alarmsThrough = -1;
    private CompletableFuture<Long> lastAppend = CompletableFuture.completedFuture(-1L);

    Outbox(TwinId twin, RuntimeContext context) {
        this.twin = twin;
        this.context = context;
    }

    /** What the log is known to hold already: the replay must not write it again. */
    void alreadyDerived(long derivedCause, long alarmCause) {
        derivedThrough = Math.max(derivedThrough, derivedCause);
        alarmsThrough = Math.max(alarmsThrough, alarmCause);
    }

    /** The log says this of an alarm already. */
    void alreadySaid(LogEntry.AlarmChanged change) {
        announcements.note(change);
    }

    void alreadySaid(Alarm alarm) {
        announcements.note(new LogEntry.AlarmChanged(twin, alarm.name(), alarm.active(), alarm.severity(), alarm.message(), alarm.since()));
    }

    /** Another life of the twin speaks from now on. */
    void speakerChanged() {
        announcements.doubt();
    }

    void emit(LogRecord record, LogEntry own, Incarnation life) {
        EffectCollector effects = life.effects();
        long cause = record.next() - 1;
        if (cause > alarmsThrough) {
            alarms(record, cause, effects.alarms(), effects);
        }
        SampleBatch derived = effects.derived();
        if (!derived.isEmpty() && cause > derivedThrough) {
            lastAppend = context.append(new LogEntry.Samples(derived), record, cause);
            derivedThrough = cause;
            context.traces().add(record.trace(), Stage.ANALYSE, twin + ": " + derived.size() + " derived values");
        }
        if (own instanceof LogEntry.CommandIssued issued) {
            context.decided(issued.command(), effects.writes().stream().map(life.intake()::toBound).toList(), effects.rejection());
        }
    }

    private void alarms(LogRecord record, long cause, Map<String, Alarm> alarms, EffectCollector effects) {
        for (LogEntry.AlarmChanged change : announcements.toSay(twin, alarms, effects.alarmChanges())) {
            lastAppend = context.append(change, record, cause);
            announcements.note(change);
            alarmsThrough = cause;
        }
    }

    /** Waits until all of it is on disk: an image that says so must not be older. */
    void awaitStored() throws InterruptedException, ExecutionException, TimeoutException {
        lastAppend.get(5, TimeUnit.SECONDS);
    }

    long derivedThrough() {
        return derivedThrough;
    }

    long alarmsThrough() {
        return alarmsThrough;
    }
}
