package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttReasonCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gemello.api.SampleBatch;
import org.gemello.api.connection.WriteResult.Outcome;

/**
 * Writes from submission to read-back. A write is published once: it waits for a connection until its deadline, but it is never
 * sent again, because nobody can know whether the device has already acted on it. Lives in the event loop.
 */
final class Writes {
    private final ScheduledExecutorService loop;
    private final List<PendingWrite> pending = new ArrayList<>();
    private Outgoing outgoing;

    Writes(ScheduledExecutorService loop) {
        this.loop = loop;
    }

    void submit(PendingWrite write) {
        long left = Duration.between(Instant.now(), write.deadline).toMillis();
        if (left <= 0) {
            write.end(Outcome.NOT_SENT, "the deadline has passed");
            return;
        }
        pending.add(write);
        loop.schedule(() -> expire(write), left, TimeUnit.MILLISECONDS);
        sendWaiting();
    }

    /** Sends what has been waiting for a connection. */
    void connected(Outgoing now) {
        outgoing = now;
        sendWaiting();
    }

    /** The broker's answers will not come any more; a read-back still may. */
    void disconnected() {
        outgoing = null;
        pending.forEach(write -> write.packetId = 0);
    }

    /** In the order of submission, as many as the broker takes. */
    private void sendWaiting() {
        for (PendingWrite write : List.copyOf(pending)) {
            if (outgoing != null && !outgoing.isFull() && !write.sent) {
                send(write);
            }
        }
    }

    private void send(PendingWrite write) {
        long life = Math.max(1, Duration.between(Instant.now(), write.deadline).toSeconds());
        try {
            write.packetId = outgoing.send(write.target.message(write.value), life);
            write.sent = true;
        } catch (Refusal refusal) {
            pending.remove(write);
            write.end(Outcome.REJECTED, refusal.getMessage());
        }
    }

    /** The broker has taken or refused a message of ours. */
    void answered(int packetId, int reason) {
        for (Iterator<PendingWrite> all = pending.iterator(); all.hasNext(); ) {
            PendingWrite write = all.next();
            if (write.packetId == packetId) {
                write.packetId = 0;
                if (reason == ReasonCode.NO_MATCHING_SUBSCRIBERS || ReasonCode.isFailure(reason)) {
                    all.remove();
                    write.end(Outcome.REJECTED, "the broker refuses the message: " + MqttReasonCodes.PubAck.valueOf((byte) reason));
                }
            }
        }
        sendWaiting();
    }

    /** The writes whose values a batch reports; {@link #confirm} them when it is stored. */
    List<PendingWrite> readBack(SampleBatch batch) {
        List<PendingWrite> found = List.of();
        for (int row = 0; row < batch.size() && !pending.isEmpty(); row++) {
            for (PendingWrite write : pending) {
                if (write.isReadBack(batch.handle(row), batch.doubleValue(row))) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(write);
                }
            }
        }
        return found;
    }

    void confirm(List<PendingWrite> readBack) {
        pending.removeAll(readBack);
        readBack.forEach(write -> write.end(Outcome.CONFIRMED, "read back " + write.value));
    }

    private void expire(PendingWrite write) {
        if (pending.remove(write)) {
            if (write.sent) {
                write.end(Outcome.UNKNOWN, "published, but no equal value came back before the deadline");
            } else {
                write.end(Outcome.NOT_SENT, "no connection to the broker before the deadline");
            }
        }
    }

    /** The connection ends for good. */
    void stop() {
        List.copyOf(pending).forEach(this::expire);
    }
}
