package org.gemello.connector.mqtt.internal;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;

/**
 * Gathers messages into batches, hands them on, and acknowledges them when they are stored, in the order in which they came.
 * A batch goes when the socket has been read empty and nothing is under way; while something is, it waits for more, up to
 * 4,000 samples, 1 MiB of payload or 10 ms: batches grow with the load, and a lone message does not wait. Where more messages are
 * in flight than the receive maximum, or 32 MiB of them, the socket is no longer read, so that the broker keeps the rest. Lives in
 * the event loop.
 */
final class Inbox {
    private static final int FULL = 4_000;
    private static final int FULL_BYTES = 1 << 20;
    private static final long MOST_BYTES = 32L << 20;
    private static final long LINGER_MILLIS = 10;
    private static final int SMALLEST = 16;
    private final EventLoop loop;
    private final PointTable points;
    private final MessageReader reader;
    private final BatchSink sink;
    private final Redeliveries redeliveries;
    private final int receiveMaximum;
    private final Queue<Delivery> underWay = new ArrayDeque<>();
    private final List<Runnable> whenSettled = new ArrayList<>();
    private byte[] payload = new byte[4_096];
    private Delivery gathering;
    private SampleBatchBuilder samples;
    private int expected = SMALLEST;
    private boolean lingering;
    private int inFlight;
    private long bytesInFlight;
    private MqttSession paused;
    private long covered;
    private StoredBefore before = StoredBefore.NOTHING;

    Inbox(EventLoop loop, PointTable points, MessageReader reader, BatchSink sink, int receiveMaximum) {
        this.loop = loop;
        this.points = points;
        this.reader = reader;
        this.sink = sink;
        this.redeliveries = new Redeliveries(receiveMaximum);
        this.receiveMaximum = receiveMaximum;
    }

    void message(MqttSession session, Arrival message) {
        int length = take(message);
        gather(session, message.received);
        gathering.taken(length);
        bytesInFlight += length;
        if (isNew(message.packetId, message.dup, message.fingerprint)) {
            if (message.dup && message.packetId != 0) {
                readAgain(message, length);
            } else {
                reader.read(message.topic, payload, length, message.received, samples);
            }
        }
        if ((inFlight > receiveMaximum || bytesInFlight > MOST_BYTES) && paused == null) {
            paused = session;
            session.reading(false);
        }
        if (samples.size() >= FULL || gathering.bytes() >= FULL_BYTES) {
            flush();
        }
    }

    /** Reads what the broker may have sent to an earlier life, and adds what that has not stored. */
    private void readAgain(Arrival message, int length) {
        SampleBatchBuilder read = SampleBatch.builder(points, SMALLEST);
        reader.read(message.topic, payload, length, message.received, read);
        SampleBatch again = read.build();
        for (int row = 0; row < again.size(); row++) {
            if (!before.holds(again, row)) {
                samples.copy(again, row);
            }
        }
    }

    /** The broker has begun a new session: nothing comes again. */
    void newSession() {
        redeliveries.clear();
    }

    /** Keeps a message that was not taken in as refused, once though it may come again, and acknowledges it in its turn. */
    void refused(MqttSession session, MqttFixedHeader kind, MqttPublishVariableHeader header, String cause) {
        gather(session, Times.now());
        long fingerprint = Fingerprint.mix(header.topicName().hashCode(), kind.remainingLength());
        if (isNew(kind.qosLevel() == MqttQoS.AT_MOST_ONCE ? 0 : header.packetId(), kind.isDup(), fingerprint)) {
            reader.refuse(header.topicName(), new byte[0], cause);
        }
    }

    /** Adds a message to what is gathered. @return false where it is stored already and comes again */
    private boolean isNew(int packetId, boolean dup, long fingerprint) {
        inFlight++;
        if (packetId == 0) {
            gathering.add();
            return true;
        }
        gathering.add(packetId, fingerprint);
        return !redeliveries.isRepeat(packetId, dup, fingerprint);
    }

    /** Keeps a message that was taken in before and could not be read now. */
    void refuse(String topic, byte[] payload, String cause) {
        reader.refuse(topic, payload, cause);
    }

    private void gather(MqttSession session, long received) {
        if (gathering == null) {
            gathering = new Delivery(session, received);
            samples = SampleBatch.builder(points, expected);
        }
    }

    private int take(Arrival message) {
        if (message.length > payload.length) {
            payload = new byte[Math.max(message.length, payload.length * 2)];
        }
        System.arraycopy(message.bytes, message.from, payload, 0, message.length);
        return message.length;
    }

    /** The socket has been read empty. */
    void burstEnded() {
        if (gathering == null) {
            return;
        }
        if (underWay.isEmpty()) {
            flush();
        } else if (!lingering) {
            lingering = true;
            loop.schedule(() -> {
                lingering = false;
                flush();
            }, LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Hands on what has been gathered. */
    void flush() {
        if (gathering == null) {
            return;
        }
        Delivery delivery = gathering;
        gathering = null;
        underWay.add(delivery);
        expected = Math.max(samples.size(), SMALLEST);
        if (samples.size() == 0) {
            settle(delivery, Delivery.Outcome.STORED, "");
            return;
        }
        sink.deliver(samples.build(), delivery.messages()).whenComplete((nothing, failure) -> {
            Delivery.Outcome outcome = failure == null ? Delivery.Outcome.STORED : Delivery.Outcome.FAILED;
            if (loop.inEventLoop()) {
                settle(delivery, outcome, String.valueOf(failure));
            } else {
                loop.execute(() -> settle(delivery, outcome, String.valueOf(failure)));
            }
        });
    }

    private void settle(Delivery settled, Delivery.Outcome outcome, String failure) {
        settled.settle(outcome);
        if (outcome == Delivery.Outcome.FAILED) {
            settled.session().fail("samples could not be stored: " + failure);
        }
        while (!underWay.isEmpty() && underWay.peek().outcome() != Delivery.Outcome.OPEN) {
            Delivery delivery = underWay.remove();
            inFlight -= delivery.messages();
            bytesInFlight -= delivery.bytes();
            if (delivery.outcome() == Delivery.Outcome.STORED) {
                if (delivery.session().isLive()) {
                    covered = delivery.received();
                }
                delivery.acknowledge(redeliveries);
            }
        }
        if (paused != null && inFlight <= receiveMaximum / 2 && bytesInFlight <= MOST_BYTES / 2) {
            paused.reading(true);
            paused = null;
        }
        if (isSettled()) {
            List<Runnable> due = List.copyOf(whenSettled);
            whenSettled.clear();
            due.forEach(Runnable::run);
        }
    }

    /**
     * What an earlier life of the connection left.
     *
     * @param time   everything that came up to it is stored, nanoseconds since the epoch
     * @param stored what may come again nevertheless
     */
    void coveredBefore(long time, StoredBefore stored) {
        covered = time;
        before = stored;
    }

    /** The broker has nothing more for us at this time, nanoseconds since the epoch. */
    void quiet(long now) {
        if (isSettled()) {
            covered = now;
        }
    }

    /** Time up to which everything that the broker had is stored, nanoseconds since the epoch; 0 before there was anything. */
    long covered() {
        return covered;
    }

    private boolean isSettled() {
        return underWay.isEmpty() && gathering == null;
    }

    /** Hands on what there is, and runs the task when all of it is stored or has failed. */
    void whenSettled(Runnable task) {
        flush();
        if (isSettled()) {
            task.run();
        } else {
            whenSettled.add(task);
        }
    }
}
