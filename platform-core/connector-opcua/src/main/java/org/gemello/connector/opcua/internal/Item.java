package org.gemello.connector.opcua.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;

/**
 * One bound point: its node, what was received of it last, and which samples of it are missing. What belongs to receiving
 * is guarded by the {@link Receiver}; holes may be opened by any thread.
 */
final class Item {
    /** A value without source time. */
    static final long NEVER = Long.MIN_VALUE;
    private static final String OVERFLOW = "the server's queue of the item overflowed";

    final PointBinding binding;
    final int handle;
    final LinearScale scale;
    final Source source;
    final ValuePath path;
    /** Holds a second write to the same node back until the first is read back. */
    final ReentrantLock writing = new ReentrantLock();
    private volatile Hole hole;
    /** The last value as the server sent it. Numbers are kept as bits: a reference per value would keep the collector busy. */
    private long lastStamp = NEVER;
    private int lastQuality;
    private long lastBits;
    private Object lastOther;
    private long lastSource = NEVER;
    private long lostAt = NEVER;
    private boolean lossTold;
    /** The notification in which the item was seen last, and where the item stood before it. */
    private long run;
    private long runBefore = NEVER;
    private long runFirst;
    private boolean runExplained;
    private boolean refusalReported;
    private volatile OpcUaDataType dataType;
    private volatile MethodBinding method;

    Item(PointBinding binding, int handle, Source source, ValuePath path) {
        this.binding = binding;
        this.handle = handle;
        this.scale = binding.scale().isIdentity() ? LinearScale.IDENTITY : binding.scale();
        this.source = source;
        this.path = path;
    }

    /**
     * Servers say some things twice, for example after a subscription was transferred: same value, status and source time is
     * the same sample. After a loss it is news all the same.
     *
     * @param stamp source time as the server gave it, {@link #NEVER} for none
     */
    boolean isRepeat(Object raw, int quality, long stamp) {
        return lastStamp == stamp && stamp != NEVER && lostAt == NEVER && isLast(raw, quality);
    }

    /** The point was told to be lost, and the server still has the value that was received before. */
    boolean isLostAndUnchanged(Object raw, int quality) {
        return lostAt != NEVER && lastSource != NEVER && isLast(raw, quality);
    }

    private boolean isLast(Object raw, int quality) {
        return lastQuality == quality && lastBits == Values.bits(raw) && Objects.equals(lastOther, other(raw));
    }

    private static Object other(Object raw) {
        return raw instanceof Number || raw instanceof Boolean ? null : raw;
    }

    /**
     * Takes note of a value, and gives the source time under which it is kept. After a loss the server announces values again
     * that did not change meanwhile; such a value holds now, so it gets the time of reception and not its old one a second time, and
     * nothing of the point was missed.
     *
     * @param time source time of the value, or what stands for it
     */
    long received(Object raw, int quality, long stamp, long time, long receivedTime) {
        boolean announcedAgain = lostAt != NEVER && (lastSource == NEVER ? time < lostAt : time <= lastSource);
        if (announcedAgain && stamp != NEVER && (lastSource == NEVER || lastStamp == NEVER || isLast(raw, quality))) {
            dissolve(time);
        }
        return take(raw, quality, stamp, announcedAgain ? receivedTime : time);
    }

    /** Takes note that the last value still holds, and gives the time under which that is kept. */
    long confirmed(Object raw, int quality, long stamp, long receivedTime) {
        return take(raw, quality, stamp, receivedTime);
    }

    private long take(Object raw, int quality, long stamp, long time) {
        lostAt = NEVER;
        lossTold = false;
        lastStamp = stamp;
        lastQuality = quality;
        lastBits = Values.bits(raw);
        Object other = other(raw);
        if (other != lastOther) {
            lastOther = other;
        }
        if (time > lastSource) {
            lastSource = time;
        }
        return time;
    }

    /** True the first time after a value: the loss is still to be told. */
    boolean lose(long now) {
        boolean news = !lossTold;
        lossTold = true;
        lostAt = now;
        return news;
    }

    /**
     * An earlier run has stored samples of the point.
     *
     * @param last    source time of the last one, {@link #NEVER} where it is not known
     * @param covered up to this source time nothing is missing
     */
    void resume(long last, long covered) {
        lastSource = last;
        lostAt = covered;
        miss(new Hole(covered, "the platform did not follow the connection"));
    }

    /** Samples after the last one received are missing. Nothing is known of the time before the first. */
    void missSinceLast(String reason) {
        if (lastSource != NEVER) {
            miss(new Hole(lastSource, reason));
        }
    }

    /**
     * A value of the item begins or goes on in a notification. What a server has kept in its queue of the item comes in one go.
     *
     * @param time source time of the value
     */
    void comes(long notification, long time) {
        if (run != notification) {
            run = notification;
            runBefore = lastSource;
            runFirst = time;
            runExplained = false;
        }
    }

    /** The notification before was full, and this one goes on with the same item. */
    void goesOn(long notification) {
        run = notification;
    }

    /**
     * The server has marked a value: it has dropped values from the item's queue. Where it drops the oldest, they are missing before the
     * first value that came of the queue: the standard marks that one (OPC UA Part 4, 5.13.1.5), while some servers mark each value that
     * came while the queue was full. Where it drops the newest, they are missing just before the value that is marked.
     *
     * @return what is missing; empty where it was told before, or is told by the next sample
     */
    Optional<Stretch> overflow(boolean discardOldest) {
        if (!discardOldest) {
            missSinceLast(OVERFLOW);
            return Optional.empty();
        }
        boolean told = runExplained || runBefore == NEVER || runBefore >= runFirst;
        runExplained = true;
        return told ? Optional.empty() : Optional.of(new Stretch(this, runBefore, runFirst, runFirst, OVERFLOW));
    }

    synchronized void miss(Hole found) {
        hole = hole == null ? found : hole.join(found);
    }

    /** The value has been the same since before the hole began. */
    private synchronized void dissolve(long unchangedSince) {
        if (hole != null && hole.from() >= unchangedSince) {
            hole = null;
        }
    }

    /** True while samples are known to be missing. */
    boolean hasHole() {
        return hole != null;
    }

    /**
     * The hole that a sample closes.
     *
     * @param sourceTime under which the sample is kept
     * @param ownTime    that the value itself has
     */
    synchronized Optional<Stretch> close(long sourceTime, long ownTime) {
        Hole open = hole;
        if (open == null || open.from() >= sourceTime) {
            return Optional.empty();
        }
        hole = null;
        runExplained = true;
        return Optional.of(new Stretch(this, open.from(), sourceTime, Math.min(sourceTime, ownTime), open.reason()));
    }

    /** True once: that the node's type cannot be read is told once. */
    boolean reportRefusal() {
        boolean news = !refusalReported;
        refusalReported = true;
        return news;
    }

    /** The method that is called instead of writing the node; null for none. */
    MethodBinding method() {
        return method;
    }

    void method(MethodBinding called) {
        method = called;
    }

    /** The type in which the node is written, null until it was read. */
    OpcUaDataType dataType() {
        return dataType;
    }

    void dataType(OpcUaDataType type) {
        dataType = type;
    }
}
