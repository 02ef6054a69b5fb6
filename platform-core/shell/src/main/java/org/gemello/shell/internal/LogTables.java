package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.api.log.LogStatus;

/** The sample log's figures as tables. */
final class LogTables {
    private LogTables() {
    }

    /** The readers of the log, and what each holds back. */
    static Table of(List<ConsumerGroup> groups, Instant now) {
        Table table = new Table("Group", "Position", "Lag", "Lag in bytes", "Oldest unread", "In use");
        groups.forEach(group -> table.row(group.name(), group.position(), group.lag(), Texts.bytes(group.lagBytes()),
                Texts.age(group.oldest().orElse(null), now), group.active() ? "yes" : "no"));
        return table;
    }

    /** The log itself, then its consumer groups by name where there are any. */
    static List<Table> of(LogStatus log) {
        Table about = new Table("Sample log", log.failure().isEmpty() ? "works" : "FAILED");
        about.row("Start", log.start()).row("End", log.end()).row("Durable", log.durable()).row("Segments", log.segments())
                .row("Size", Texts.bytes(log.bytes()));
        if (!log.failure().isEmpty()) {
            about.row("Failure", log.failure());
        }
        Table groups = new Table("Group", "Position", "Lag");
        new TreeMap<>(log.groups()).forEach((group, position) -> groups.row(group, position, log.lag(group)));
        return groups.rows().isEmpty() ? List.of(about) : List.of(about, groups);
    }
}
