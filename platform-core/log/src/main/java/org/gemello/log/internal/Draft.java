package org.gemello.log.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.gemello.api.PointDefinition;
import org.gemello.api.log.LogEntry;

/**
 * An entry encoded by the thread that appends it, before it has its place in the log: all that is left to do under the lock is
 * to copy it. For one thread at a time; used again for other entries.
 */
final class Draft {
    private static final int CAPACITY = 64 << 10;
    /** A larger one is not worth keeping. */
    private static final int LARGE = 1 << 20;
    private final PayloadWriter payload = PayloadWriter.onHeap(CAPACITY);
    private final Set<Integer> unnumbered = new LinkedHashSet<>();
    private PointNumbers numbers;
    private RecordType type;
    private int count;

    /**
     * Encodes an entry where all its points have a number in the segment.
     *
     * @return false where some have none yet; see {@link #unnumbered}
     * @throws IllegalArgumentException where the entry is larger than a record may be
     */
    boolean encode(LogEntry entry, PointNumbers segment) {
        numbers = segment;
        type = RecordType.of(entry);
        count = entry.count();
        payload.reset(0);
        unnumbered.clear();
        if (!type.codec().write(entry, payload, segment)) {
            type.codec().points(entry, this);
            numbers = null;
            return false;
        }
        RecordHeader.checkLength((long) RecordHeader.BYTES + payload.position());
        return true;
    }

    /** Notes that the entry uses a point. */
    void use(int handle) {
        if (numbers.number(handle) == PointNumbers.NONE) {
            unnumbered.add(handle);
        }
    }

    /** Notes that the entry uses a point. */
    void use(PointDefinition definition) {
        use(numbers.points().handle(definition));
    }

    /** Handles of the points that the segment must define first. */
    Set<Integer> unnumbered() {
        return unnumbered;
    }

    /** True where what was encoded can go into that segment. */
    boolean fits(PointNumbers segment) {
        return numbers == segment;
    }

    RecordType type() {
        return type;
    }

    int count() {
        return count;
    }

    PayloadWriter payload() {
        return payload;
    }

    boolean isReusable() {
        return payload.capacity() <= LARGE;
    }
}
