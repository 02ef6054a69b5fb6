package org.gemello.log.internal;

import org.gemello.api.log.LogEntry.Tick;

/** The time. */
final class TickCodec implements EntryCodec<Tick> {

    @Override
    public boolean write(Tick entry, PayloadWriter out, PointNumbers numbers) {
        out.putInstant(entry.time());
        return true;
    }

    @Override
    public Tick read(PayloadReader in, int count, long offset, PointNames names) {
        return new Tick(in.getInstant());
    }
}
