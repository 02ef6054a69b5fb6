package org.gemello.api.log;

import org.gemello.api.TraceId;

/**
 * An entry with its place in the log.
 *
 * @param offset offset of its first item; the next record starts at {@code offset + entry.count()}
 * @param trace  trace under which it came in
 * @param cause  offset of the last item that this one was derived from, -1 for what came from outside. After a crash the
 *               runtime replays inputs; what it already derived from an input is recognised by this and not written twice
 * @param entry  the content
 */
public record LogRecord(long offset, TraceId trace, long cause, LogEntry entry) {
    /** Marks what came from outside. */
    public static final long FROM_OUTSIDE = -1;

    public boolean isDerived() {
        return cause != FROM_OUTSIDE;
    }

    /** Offset at which the next record starts. */
    public long next() {
        return offset + entry.count();
    }
}
