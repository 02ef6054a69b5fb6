package org.gemello.log.internal;

import java.time.Instant;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.log.LogEntry.AlarmHandled;

/** The action by its name, so that actions may be added in any place. */
final class AlarmHandledCodec implements EntryCodec<AlarmHandled> {

    @Override
    public boolean write(AlarmHandled entry, PayloadWriter out, PointNumbers numbers) {
        out.putText(entry.source().value());
        out.putText(entry.alarm());
        out.putText(entry.action().name());
        out.putText(entry.by());
        out.putText(entry.reason());
        out.putByte(entry.until() == null ? 0 : 1);
        if (entry.until() != null) {
            out.putInstant(entry.until());
        }
        out.putInstant(entry.time());
        return true;
    }

    @Override
    public AlarmHandled read(PayloadReader in, int count, long offset, PointNames names) {
        TwinId source = new TwinId(in.getText());
        String alarm = in.getText();
        AlarmAction action = AlarmAction.valueOf(in.getText());
        String by = in.getText();
        String reason = in.getText();
        Instant until = in.getByte() == 0 ? null : in.getInstant();
        return new AlarmHandled(source, alarm, action, by, reason, until, in.getInstant());
    }
}
