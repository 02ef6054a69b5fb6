package org.gemello.runtime.internal;

import org.gemello.api.log.LogEntry;

/** What the log says of commands, proposals and alarms. */
record Books(CommandBook commands, ProposalBook proposals, AlarmBook alarms, AlarmHistory journal) {
    Books(AlarmHistory journal) {
        this(new CommandBook(), new ProposalBook(), new AlarmBook(), journal);
    }

    /** Goes back to what an image has kept. */
    void restore(RuntimeImage image) {
        image.commands().forEach(commands::restore);
        image.proposals().forEach(proposals::restore);
        image.alarms().forEach(alarms::restore);
        image.twins().forEach(this::takeIn);
    }

    /** Alarms of a twin from before there was a book of them. */
    private void takeIn(StateImage twin) {
        twin.alarms().stream().filter(alarm -> alarm.active() && alarms.find(twin.twin(), alarm.name()).isEmpty()).forEach(alarm -> alarms
                .changed(new LogEntry.AlarmChanged(twin.twin(), alarm.name(), true, alarm.severity(), alarm.message(), alarm.since())));
    }
}
