package org.gemello.rest.internal;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.AlarmRecord.Event;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.twin.Severity;

/** An alarm that was raised, acknowledged, shelved and returned around noon. */
final class FakeJournal implements AlarmJournal {
    private static final List<AlarmRecord> ALL = List.of(record(10, "wt-01", Event.RAISED, Severity.HIGH, "91 Cel", "", 0),
            record(12, "wt-01", Event.ACKNOWLEDGED, null, "", "olga", 60), record(14, "wf-01", Event.RAISED, Severity.LOW, "wake", "", 90),
            record(15, "wt-01", Event.SHELVED, null, "flaps", "olga", 120), record(19, "wt-01", Event.RETURNED, Severity.HIGH, "80 Cel", "", 300));

    private static AlarmRecord record(long offset, String source, Event event, Severity severity, String text, String by, int second) {
        Instant time = FakePlatform.NOON.plusSeconds(second);
        return new AlarmRecord(offset, new TwinId(source), "hot", event, severity, text, by, event == Event.SHELVED ? time.plusSeconds(3600) : null, time);
    }

    @Override
    public List<AlarmRecord> read(Instant from, Instant to, long after, Predicate<AlarmRecord> wanted, int most) {
        return ALL.stream().filter(record -> record.offset() > after && !record.time().isBefore(from) && record.time().isBefore(to)).filter(wanted)
                .limit(most).toList();
    }
}
