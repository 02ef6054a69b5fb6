package org.gemello.log.internal;

import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry.AlarmChanged;
import org.gemello.api.twin.Severity;

/** The severity by its name, so that severities may be added in any place. */
final class AlarmChangedCodec implements EntryCodec<AlarmChanged> {

    @Override
    public boolean write(AlarmChanged entry, PayloadWriter out, PointNumbers numbers) {
        out.putText(entry.twin().value());
        out.putText(entry.alarm());
        out.putByte(entry.active() ? 1 : 0);
        out.putText(entry.severity().name());
        out.putText(entry.message());
        out.putInstant(entry.time());
        return true;
    }

    @Override
    public AlarmChanged read(PayloadReader in, int count, long offset, PointNames names) {
        return new AlarmChanged(new TwinId(in.getText()), in.getText(), in.getByte() != 0, Severity.valueOf(in.getText()), in.getText(),
                in.getInstant());
    }
}
