package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The commit for which a force is under way and the one that grows meanwhile. So the {@link Committer} can go on with what has
 * been written as soon as a force is over, without waiting for the {@link SegmentWriter} to wake. Safe for use by both.
 */
final class Commits {
    private static final Commit NONE = new Commit();
    private final long much;
    private Commit last = NONE;
    private Commit growing = new Commit();

    static {
        NONE.outcome().complete(null);
    }

    /** @param much so many written bytes are forced without waiting for more */
    Commits(long much) {
        this.much = much;
    }

    /** Notes that a chunk has been written. */
    synchronized void written(Chunk chunk, OpenSegment segment) {
        growing.add(chunk, segment);
    }

    /** True where no chunk has been written since the last force began. */
    synchronized boolean isEmpty() {
        return growing.isEmpty();
    }

    /** What is to be forced now. */
    synchronized Commit begin() {
        last = growing;
        growing = new Commit();
        return last;
    }

    /** What is to be forced as soon as a force has succeeded; null where that is better left until more is written. */
    synchronized Commit beginNext() {
        return !growing.isEmpty() && growing.bytes() >= much ? begin() : null;
    }

    /** The commit of the last force, over or not. */
    synchronized Commit last() {
        return last;
    }

    /** Takes back what has not been acknowledged, in order; waits for the force under way, after which no other begins. */
    List<Chunk> takeBack() {
        Commit forced;
        Commit written;
        synchronized (this) {
            forced = last;
            written = growing;
            last = NONE;
            growing = new Commit();
        }
        List<Chunk> chunks = new ArrayList<>(forced.failure() == null ? List.of() : forced.chunks());
        chunks.addAll(written.chunks());
        return chunks;
    }
}
