package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.List;
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
    private long proposalsThrough = -1;
    private boolean proposalsDoubtful;
    private CompletableFuture<Long> lastAppend = CompletableFuture.completedFuture(-1L);

    Outbox(TwinId twin, RuntimeContext context) {
        this.twin = twin;
        this.context = context;
    }

    /** What the log is known to hold already: the replay must not write it again. */
    void alreadyDerived(long derivedCause, long alarmCause, long proposalCause) {
        proposalsThrough = Math.max(proposalsThrough, proposalCause);
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
        proposalsDoubtful = true;
    }

    void emit(LogRecord record, LogEntry own, Incarnation life) {
        EffectCollector effects = life.effects();
        long cause = record.next() - 1;
        if (cause > alarmsThrough) {
            alarms(record, cause, effects.alarms(), effects);
        }
        if (cause > proposalsThrough) {
            proposals(record, cause, effects);
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

    private void proposals(LogRecord record, long cause, EffectCollector effects) {
        say(effects.proposalChanges(), record, cause);
        if (proposalsDoubtful) {
            proposalsDoubtful = false;
            say(effects.shelf().reconcile(context.proposals().book(), cause, Instant.now()), record, cause);
        }
        effects.refusedProposals().forEach(key -> context.proposals().refused(twin, key));
    }

    private void say(List<LogEntry> changes, LogRecord record, long cause) {
        for (LogEntry change : changes) {
            lastAppend = context.proposals().say(change, record.trace(), cause);
            proposalsThrough = cause;
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

    long proposalsThrough() {
        return proposalsThrough;
    }
}
