package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.gemello.api.alarm.AlarmView;

/** Alarms as a table. */
final class AlarmTable {
    private AlarmTable() {
    }

    static Table of(List<AlarmView> alarms, Instant now) {
        Table table = new Table("Source", "Alarm", "Severity", "State", "Age", "Until", "Message");
        for (AlarmView alarm : alarms) {
            boolean ends = alarm.aside() != null && alarm.aside().until() != null;
            table.row(alarm.source(), alarm.name(), alarm.severity(), alarm.state(), Texts.age(alarm.since(), now),
                    ends ? Texts.time(alarm.aside().until()) : Texts.NONE, alarm.message());
        }
        return table;
    }
}
