package org.gemello.log.internal;

import org.gemello.api.log.LogEntry;

/** What a record holds; the number stands in the file and never changes its meaning. */
enum RecordType {
    /** Numbers for points, valid in the rest of the segment. Takes no offset. */
    DEFINE(1, null, null),
    SAMPLES(2, LogEntry.Samples.class, new BatchCodec<>(LogEntry.Samples::batch, LogEntry.Samples::new)),
    GAPS(3, LogEntry.Gaps.class, new GapsCodec()),
    TICK(4, LogEntry.Tick.class, new TickCodec()),
    COMMAND_ISSUED(5, LogEntry.CommandIssued.class, new CommandIssuedCodec()),
    COMMAND_MOVED(6, LogEntry.CommandMoved.class, new CommandMovedCodec()),
    ALARM_CHANGED(7, LogEntry.AlarmChanged.class, new AlarmChangedCodec()),
    BACKFILL(8, LogEntry.Backfill.class, new BatchCodec<>(LogEntry.Backfill::batch, LogEntry.Backfill::new)),
    CORRECTED(9, LogEntry.Corrected.class, new CorrectedCodec()),
    ANNOTATED(10, LogEntry.Annotated.class, new AnnotatedCodec()),
    PROPOSAL_MADE(11, LogEntry.ProposalMade.class, new ProposalMadeCodec()),
    PROPOSAL_MOVED(12, LogEntry.ProposalMoved.class, new ProposalMovedCodec()),
    ALARM_HANDLED(13, LogEntry.AlarmHandled.class, new AlarmHandledCodec()),
    COMMAND_REQUESTED(14, LogEntry.CommandRequested.class, new CommandRequestedCodec());

    private static final RecordType[] ALL = values();
    private final byte number;
    private final Class<? extends LogEntry> entry;
    private final EntryCodec<? extends LogEntry> codec;

    <E extends LogEntry> RecordType(int number, Class<E> entry, EntryCodec<E> codec) {
        this.number = (byte) number;
        this.entry = entry;
        this.codec = codec;
    }

    byte number() {
        return number;
    }

    /** The constructor binds class and codec to one type, so the cast holds for entries of this record type. */
    @SuppressWarnings("unchecked")
    EntryCodec<LogEntry> codec() {
        return (EntryCodec<LogEntry>) codec;
    }

    static RecordType of(LogEntry entry) {
        for (RecordType type : ALL) {
            if (type.entry == entry.getClass()) {
                return type;
            }
        }
        throw new IllegalArgumentException("the log has no record for " + entry.getClass().getName());
    }

    /** @return null where no type has that number */
    static RecordType of(byte number) {
        return number >= 1 && number <= ALL.length ? ALL[number - 1] : null;
    }
}
