package org.gemello.connector.opcua.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.gemello.api.Gap;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.trace.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the server says of items into samples and gaps, in order. One caller at a time; a caller waits while the intake is full. */
final class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int ROWS = 1_000;
    private static final int MAX_LETTER = 4_096;

    private final String connection;
    private final Items items;
    private final PointTable points;
    private final Intake intake;
    private final Services services;
    private final LongAdder received = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private long notifications;
    private volatile long lastData;

    Receiver(String connection, Items items, PointTable points, Intake intake, Services services) {
        this.connection = connection;
        this.items = items;
        this.points = points;
        this.intake = intake;
        this.services = services;
    }

    /** Values of items, in the server's order; what was received before is passed over. */
    synchronized void values(List<Item> sources, List<DataValue> values, TraceId trace) {
        long now = Times.now();
        notifications++;
        for (int first = 0; first < sources.size(); first += ROWS) {
            int end = Math.min(sources.size(), first + ROWS);
            SampleBatchBuilder batch = SampleBatch.builder(points, end - first);
            List<Gap> gaps = new ArrayList<>();
            for (int i = first; i < end; i++) {
                Item item = sources.get(i);
                DataValue value = values.get(i);
                if (!item.isRepeat(value)) {
                    if (Values.isOverflow(Values.quality(value))) {
                        item.overflow(notifications);
                    }
                    add(item, value, item.received(value, now), now, batch, gaps);
                }
            }
            count(batch.size(), now);
            handOn(batch, gaps, first == 0 ? trace : TraceId.random());
        }
    }

    /**
     * What the server has now, read after a loss that its subscription survived. Points that did not change hold again from now on;
     * what did change comes from the server's queue, with everything before it.
     */
    synchronized void unchanged(List<Item> sources, List<DataValue> values) {
        long now = Times.now();
        SampleBatchBuilder batch = SampleBatch.builder(points, sources.size());
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Item item = sources.get(i);
            DataValue value = values.get(i);
            if (item.isLostAndUnchanged(value)) {
                add(item, value, item.confirmed(value, now), now, batch, gaps);
            }
        }
        count(batch.size(), now);
        handOn(batch, gaps, TraceId.random());
    }

    /** What was read after a write: a sample of its own, since it is the one that shows the effect of the command. */
    synchronized void readBack(Item source, DataValue value, TraceId trace) {
        SampleBatchBuilder batch = SampleBatch.builder(points, 1);
        List<Gap> gaps = new ArrayList<>();
        long now = Times.now();
        add(source, value, source.received(value, now), now, batch, gaps);
        count(1, now);
        handOn(batch, gaps, trace);
    }

    private void add(Item item, DataValue value, long source, long now, SampleBatchBuilder batch, List<Gap> gaps) {
        int quality = Values.quality(value);
        item.close(source).ifPresent(gaps::add);
        Object raw = value.value().value();
        if (!Values.add(batch, item.handle, item.scale, raw, quality, source, now)) {
            batch.addNone(item.handle, Quality.BAD_TYPE_MISMATCH.code(), source, now);
            refuse(item, raw);
        }
    }

    private void refuse(Item item, Object raw) {
        refused.increment();
        if (item.reportRefusal()) {
            String cause = item.binding.place() + ": a value of type " + raw.getClass().getSimpleName() + " cannot be a sample; "
                    + "bind a number, a boolean or a string, for an array one of its elements where the server has a node for it";
            String text = String.valueOf(raw);
            LOG.warn("connection {}, node {}: {}", connection, item.binding.address(), cause);
            services.deadLetter(connection, item.binding.address(),
                    text.substring(0, Math.min(text.length(), MAX_LETTER)).getBytes(StandardCharsets.UTF_8), cause);
        }
    }

    private void count(int samples, long now) {
        if (samples > 0) {
            received.add(samples);
            lastData = now;
        }
    }

    private void handOn(SampleBatchBuilder batch, List<Gap> gaps, TraceId trace) {
        if (!gaps.isEmpty()) {
            intake.gaps(gaps, trace);
        }
        if (batch.size() > 0) {
            services.trace(trace, Stage.COLLECT, "opcua " + connection + ": " + batch.size() + " values");
            intake.samples(batch.build(), trace);
        }
    }

    /** The server is gone: tells every point whose loss has not been told since its last value. */
    synchronized void lost() {
        long now = Times.now();
        List<Item> news = items.all().stream().filter(item -> item.lose(now)).toList();
        none(news, Quality.BAD_NO_COMMUNICATION.code(), now);
    }

    /** The server does not give this item. */
    synchronized void failed(Item item, int status) {
        none(List.of(item), status, Times.now());
    }

    /** The server has a new subscription, values between the old and the new one are missing. */
    synchronized void interrupted(String reason) {
        items.all().forEach(item -> item.missSinceLast(reason));
    }

    private void none(List<Item> without, int quality, long now) {
        for (int first = 0; first < without.size(); first += ROWS) {
            List<Item> part = without.subList(first, Math.min(without.size(), first + ROWS));
            SampleBatchBuilder batch = SampleBatch.builder(points, part.size());
            part.forEach(item -> batch.addNone(item.handle, quality, now, now));
            handOn(batch, List.of(), TraceId.random());
        }
    }

    /** Samples received. */
    long received() {
        return received.sum();
    }

    /** Values that could not be read. */
    long refused() {
        return refused.sum();
    }

    /** Time of the last sample, nanoseconds since the epoch; 0 before the first. */
    long lastData() {
        return lastData;
    }
}
