package org.gemello.runtime.internal;

import java.util.Optional;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmRecord.Event;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/** What the log says of alarms, as the journal keeps it. */
final class AlarmRecords {
    private AlarmRecords() {
    }

    /** Empty where the record is of something else. */
    static Optional<AlarmRecord> of(LogRecord record) {
        if (record.entry() instanceof LogEntry.AlarmChanged changed) {
            return Optional.of(new AlarmRecord(record.offset(), changed.twin(), changed.alarm(), changed.active() ? Event.RAISED : Event.RETURNED,
                    changed.severity(), changed.message(), "", null, changed.time()));
        } else if (record.entry() instanceof LogEntry.AlarmHandled handled) {
            return Optional.of(new AlarmRecord(record.offset(), handled.source(), handled.alarm(), event(handled.action()), null, handled.reason(),
                    handled.by(), handled.until(), handled.time()));
        }
        return Optional.empty();
    }

    private static Event event(AlarmAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> Event.ACKNOWLEDGED;
            case SHELVE -> Event.SHELVED;
            case SUPPRESS -> Event.SUPPRESSED;
            case TAKE_OUT_OF_SERVICE -> Event.TAKEN_OUT_OF_SERVICE;
            case RESTORE -> Event.RESTORED;
        };
    }
}
