package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.gemello.api.Gap;
import org.gemello.api.Times;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;

/**
 * One bound point: its node, what was received of it last, and which samples of it are missing. What belongs to receiving
 * is guarded by the {@link Receiver}; holes may be opened by any thread.
 */
final class Item {
    private static final long NEVER = Long.MIN_VALUE;

    final PointBinding binding;
    final int handle;
    final LinearScale scale;
    final Duration samplingInterval;
    final int queueSize;
    /** Holds a second write to the same node back until the first is read back. */
    final ReentrantLock writing = new ReentrantLock();
    private final ExpandedNodeId node;
    private volatile Hole hole;
    /** The last value as the server sent it. Numbers are kept as bits: a reference per value would keep the collector busy. */
    private long lastStamp = NEVER;
    private int lastQuality;
    private long lastBits;
    private Object lastOther;
    private long lastSource = NEVER;
    private long lostAt = NEVER;
    private long lastOverflow = NEVER;
    private boolean refusalReported;
    private volatile Monitored monitored = Monitored.NOT_YET;
    private volatile OpcUaDataType dataType;

    /**
     * What the server made of the request to monitor the node.
     *
     * @param status           status code of the creation
     * @param samplingInterval in milliseconds, as revised by the server
     * @param queueSize        as revised by the server
     */
    record Monitored(int status, double samplingInterval, long queueSize) {
        /** Bad_WaitingForInitialData. */
        static final Monitored NOT_YET = new Monitored(0x80320000, 0, 0);
    }

    /** @throws ConfigurationException where the address is not a NodeId */
    Item(PointBinding binding, int handle, Duration samplingInterval, int queueSize) {
        this.binding = binding;
        this.handle = handle;
        this.scale = binding.scale();
        this.samplingInterval = samplingInterval;
        this.queueSize = queueSize;
        try {
            node = ExpandedNodeId.parse(binding.address());
        } catch (UaRuntimeException e) {
            throw new ConfigurationException(List.of(binding.place() + ": '" + binding.address()
                    + "' is not a NodeId, write for example 'nsu=urn:maker:plant;s=Motor.Speed' or 'ns=2;i=1001'"));
        }
    }

    /** The node in this server's numbering; empty where the server does not know the namespace. */
    Optional<NodeId> node(NamespaceTable namespaces) {
        return node.toNodeId(namespaces);
    }

    /**
     * Servers say some things twice, for example after a subscription was transferred: same value, status and source time is
     * the same sample. After a loss it is news all the same.
     */
    boolean isRepeat(DataValue value) {
        return lastStamp != NEVER && lastStamp == stamp(value) && lostAt == NEVER && isLast(value);
    }

    /** The point was told to be lost, and the server still has the value that was received before. */
    boolean isLostAndUnchanged(DataValue value) {
        return lostAt != NEVER && lastSource != NEVER && isLast(value);
    }

    private boolean isLast(DataValue value) {
        Object raw = value.value().value();
        return lastQuality == Values.quality(value) && lastBits == Values.bits(raw) && Objects.equals(lastOther, other(raw));
    }

    private static Object other(Object raw) {
        return raw instanceof Number || raw instanceof Boolean ? null : raw;
    }

    private static long stamp(DataValue value) {
        return value.sourceTime() == null ? NEVER : value.sourceTime().utcTime();
    }

    /**
     * Takes note of a value, and gives the source time under which it is kept. After a loss the server announces values again
     * that did not change meanwhile; such a value holds now, so it gets the time of reception and not its old one a second time.
     */
    long received(DataValue value, long receivedTime) {
        long sourceTime = Values.time(value, receivedTime);
        boolean announcedAgain = lostAt != NEVER && (lastSource == NEVER ? sourceTime < lostAt : sourceTime <= lastSource);
        return take(value, announcedAgain ? receivedTime : sourceTime);
    }

    /** Takes note that the last value still holds, and gives the time under which that is kept. */
    long confirmed(DataValue value, long receivedTime) {
        return take(value, receivedTime);
    }

    private long take(DataValue value, long time) {
        lostAt = NEVER;
        lastStamp = stamp(value);
        lastQuality = Values.quality(value);
        lastBits = Values.bits(value.value().value());
        Object other = other(value.value().value());
        if (other != lastOther) {
            lastOther = other;
        }
        lastSource = Math.max(lastSource, time);
        return time;
    }

    /** True the first time after a value: the loss is still to be told. */
    boolean lose(long now) {
        boolean news = lostAt == NEVER;
        lostAt = now;
        return news;
    }

    /** Samples after the last one received are missing. Nothing is known of the time before the first. */
    void missSinceLast(String reason) {
        if (lastSource != NEVER) {
            miss(new Hole(lastSource, reason));
        }
    }

    /**
     * The server dropped values from the item's queue. Some servers mark every value that came while the queue was full; values
     * are missing only before the first one that they mark in a notification.
     */
    void overflow(long notification) {
        if (lastOverflow != notification) {
            lastOverflow = notification;
            missSinceLast("the server's queue of the item overflowed");
        }
    }

    synchronized void miss(Hole found) {
        hole = hole == null ? found : hole.join(found);
    }

    /** The hole that a sample of this source time closes. */
    Optional<Gap> close(long sourceTime) {
        return hole == null ? Optional.empty() : closeOpen(sourceTime);
    }

    private synchronized Optional<Gap> closeOpen(long sourceTime) {
        Hole open = hole;
        if (open.from() >= sourceTime) {
            return Optional.empty();
        }
        hole = null;
        return Optional.of(new Gap(binding.point(), Times.instant(open.from()), Times.instant(sourceTime), open.reason()));
    }

    /** True once: that the node's type cannot be read is told once. */
    boolean reportRefusal() {
        boolean news = !refusalReported;
        refusalReported = true;
        return news;
    }

    Monitored monitored() {
        return monitored;
    }

    void monitored(Monitored answer) {
        monitored = answer;
    }

    /** The type in which the node is written, null until it was read. */
    OpcUaDataType dataType() {
        return dataType;
    }

    void dataType(OpcUaDataType type) {
        dataType = type;
    }
}
