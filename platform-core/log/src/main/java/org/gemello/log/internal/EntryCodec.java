package org.gemello.log.internal;

import org.gemello.api.log.LogEntry;

/** The payload of one kind of record. Stateless. */
interface EntryCodec<E extends LogEntry> {

    /** Tells of every point that the entry uses, so that the segment can define it first. */
    default void points(E entry, Draft draft) {
    }

    /**
     * Writes an entry.
     *
     * @return false where the segment has not yet defined all its points; what was written is then of no use
     */
    boolean write(E entry, PayloadWriter out, PointNumbers numbers);

    /**
     * Reads an entry; the bytes are not trusted.
     *
     * @param count  number of offsets that the record takes
     * @param offset offset of its first item
     * @throws RuntimeException where the bytes are not such an entry
     */
    E read(PayloadReader in, int count, long offset, PointNames names);
}
