package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.TwinId;
import org.gemello.api.command.CommandState;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;

/**
 * Reads what the log has taken since the last image: commands, proposals and alarms go to their books, and of every twin it finds which inputs have
 * had their effects, so that the replay does not write them again.
 */
final class Recovery {
    private final SampleLog log;
    private final Books books;
    private final Map<TwinId, Long> derived = new HashMap<>();
    private final Map<TwinId, Long> alarms = new HashMap<>();
    private final Map<TwinId, Long> proposed = new HashMap<>();

    Recovery(SampleLog log, Books books) {
        this.log = log;
        this.books = books;
    }

    /** @return the offset at which the log goes on */
    long read(long from, Map<TwinId, TwinCell> cells) throws InterruptedException {
        long end = log.end();
        long next = from;
        try (Tail tail = log.tail(from)) {
            while (next < end) {
                Optional<LogRecord> record = tail.poll(Duration.ofSeconds(1));
                if (record.isEmpty()) {
                    break;
                }
                note(record.get(), cells);
                next = record.get().next();
            }
        }
        cells.forEach((id, cell) -> cell.outbox().alreadyDerived(derived.getOrDefault(id, -1L), alarms.getOrDefault(id, -1L),
                proposed.getOrDefault(id, -1L)));
        return Math.max(next, end);
    }

    private void note(LogRecord record, Map<TwinId, TwinCell> cells) {
        LogEntry entry = record.entry();
        books.journal().take(record);
        if (entry instanceof LogEntry.Samples samples && record.isDerived() && !samples.batch().isEmpty()) {
            derived.merge(samples.batch().point(0).twin(), record.cause(), Math::max);
        } else if (entry instanceof LogEntry.AlarmChanged alarm) {
            alarms.merge(alarm.twin(), record.cause(), Math::max);
            books.alarms().changed(alarm);
            Optional.ofNullable(cells.get(alarm.twin())).ifPresent(cell -> cell.outbox().alreadySaid(alarm));
        } else if (entry instanceof LogEntry.CommandRequested requested) {
            books.commands().open(requested.command(), record.trace(), CommandState.WAITING, requested.because(),
                    requested.command().issued());
        } else if (entry instanceof LogEntry.CommandIssued issued) {
            books.commands().issued(issued.command(), record.trace());
        } else if (entry instanceof LogEntry.CommandMoved moved) {
            books.commands().move(moved.commandId(), moved.state(), moved.reason(), moved.time());
        } else if (entry instanceof LogEntry.AlarmHandled handled) {
            books.alarms().handled(handled);
        } else if (entry instanceof LogEntry.ProposalMade made) {
            books.proposals().made(made.proposal(), record.trace());
            proposed.merge(made.proposal().twin(), record.cause(), Math::max);
        } else if (entry instanceof LogEntry.ProposalMoved moved) {
            books.proposals().move(moved);
            proposed.merge(moved.twin(), record.cause(), Math::max);
        }
    }
}
