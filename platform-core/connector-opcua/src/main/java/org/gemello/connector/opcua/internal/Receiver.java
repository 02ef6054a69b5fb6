package org.gemello.connector.opcua.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
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
    private static final int MOST_ROWS = 10_000;
    private static final int MAX_LETTER = 4_096;

    private final String connection;
    private final Items items;
    private final PointTable points;
    private final Intake intake;
    private final Filling filling;
    private final Services services;
    private final LongAdder received = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile EncodingContext encoding;
    private final boolean discardOldest;
    /** Of a batch: each costs the route, the log and its readers something; but none is larger than what may be in flight. */
    private final int mostRows;
    private long notifications;
    /** The last node of the notification before, where that was full, so that this one may go on with the same queue. */
    private Source lastOfFull;
    private volatile long lastData;

    Receiver(OpcUaSettings settings, Items items, PointTable points, Intake intake, Filling filling, Services services) {
        this.connection = settings.name();
        this.discardOldest = settings.discardOldest();
        this.mostRows = Math.min(MOST_ROWS, settings.maxInFlight());
        this.items = items;
        this.points = points;
        this.intake = intake;
        this.filling = filling;
        this.services = services;
    }

    /** How the present server encodes structures. */
    void encoding(EncodingContext present) {
        encoding = present;
    }

    /**
     * Values of monitored nodes, in the server's order; what was received before is passed over, and so is what was not asked for. Where
     * the server's message breaks off, something of every point may be missing.
     *
     * @param sources by client handle
     */
    synchronized void values(Changes changes, Source[] sources, TraceId trace) {
        long now = Times.now();
        notifications++;
        int count = changes.count();
        if (lastOfFull != null && count > 0 && lastOfFull == source(sources, changes.handle(0))) {
            lastOfFull.items().forEach(item -> item.goesOn(notifications));
        }
        lastOfFull = count >= Subscribed.NOTIFICATIONS_PER_PUBLISH ? source(sources, changes.handle(count - 1)) : null;
        Rows rows = new Rows(Math.min(mostRows, count), trace, now);
        for (int i = 0; i < count; i++) {
            Source source = source(sources, changes.handle(i));
            if (source != null) {
                values(rows, source, changes.value(i));
            }
        }
        rows.handOn();
        if (changes.broken() != null) {
            LOG.warn("connection {}: {}", connection, changes.broken());
            interrupted(changes.broken());
        }
    }

    /** Null for a handle that was not asked for. */
    private static Source source(Source[] sources, int handle) {
        return handle >= 0 && handle < sources.length ? sources[handle] : null;
    }

    private void values(Rows rows, Source source, DataValue value) {
        int quality = Values.quality(value);
        long stamp = Values.stamp(value);
        long time = Values.time(value, rows.now);
        Object raw = value.value().value();
        Item only = source.only();
        if (only != null) {
            value(rows, only, raw, quality, stamp, time);
        } else {
            source.items().forEach(item -> value(rows, item, pick(item, raw), quality, stamp, time));
        }
    }

    private void value(Rows rows, Item item, Object raw, int quality, long stamp, long time) {
        if (!item.isRepeat(raw, quality, stamp)) {
            item.comes(notifications, time);
            if (Values.isOverflow(quality)) {
                item.overflow(discardOldest).ifPresent(rows.closed::add);
            }
            rows.add(item, raw, quality, item.received(raw, quality, stamp, time, rows.now), time);
        }
    }

    /**
     * What the server has now, read after a loss that its subscription survived. Points that did not change hold again from now on;
     * what did change comes from the server's queue, with everything before it.
     */
    synchronized void unchanged(List<Source> sources, List<DataValue> values) {
        long now = Times.now();
        Rows rows = new Rows(Math.min(mostRows, sources.size()), TraceId.random(), now);
        for (int i = 0; i < sources.size(); i++) {
            DataValue value = values.get(i);
            int quality = Values.quality(value);
            for (Item item : sources.get(i).items()) {
                Object raw = pick(item, value.value().value());
                if (item.isLostAndUnchanged(raw, quality)) {
                    rows.add(item, raw, quality, item.confirmed(raw, quality, Values.stamp(value), now), now);
                }
            }
        }
        rows.handOn();
    }

    /** What was read after a write: a sample of its own, since it is the one that shows the effect of the command. */
    synchronized void readBack(Item item, DataValue value, TraceId trace) {
        long now = Times.now();
        Rows rows = new Rows(1, trace, now);
        Object raw = pick(item, value.value().value());
        int quality = Values.quality(value);
        long time = Values.time(value, now);
        rows.add(item, raw, quality, item.received(raw, quality, Values.stamp(value), time, now), time);
        rows.handOn();
    }

    /** The server is gone: tells every point whose loss has not been told since its last value. */
    synchronized void lost() {
        long now = Times.now();
        none(items.all().stream().filter(item -> item.lose(now)).toList(), Quality.BAD_NO_COMMUNICATION.code(), now);
    }

    /**
     * An event. Its values are those of the time at which it happened; a condition that is told of once more after a loss, and has not
     * changed, holds from now on.
     *
     * @return false where the server has dropped events, so that the state of the conditions is to be asked for
     */
    synchronized boolean event(EventFeed feed, Variant[] fields) {
        EventFeed.Outcome outcome = feed.take(fields);
        if (outcome instanceof EventFeed.Overflow) {
            feed.items().forEach(item -> item.missSinceLast("the server has dropped events"));
            return false;
        } else if (outcome instanceof EventFeed.Values values) {
            long now = Times.now();
            Rows rows = new Rows(values.rows().size(), TraceId.random(), now);
            long stamp = values.time() == null ? Item.NEVER : values.time().utcTime();
            long time = values.time() == null ? now : Values.nanos(values.time());
            for (EventFeed.Row row : values.rows()) {
                if (!row.item().isRepeat(row.raw(), 0, stamp)) {
                    rows.add(row.item(), row.raw(), 0, row.item().received(row.raw(), 0, stamp, time, now), time);
                }
            }
            rows.handOn();
        }
        return true;
    }

    /** The server does not give these. */
    synchronized void failed(List<Item> without, int status) {
        none(without, status, Times.now());
    }

    /** The server has a new subscription, values between the old and the new one are missing. */
    synchronized void interrupted(String reason) {
        items.all().forEach(item -> item.missSinceLast(reason));
    }

    private void none(List<Item> without, int quality, long now) {
        Rows rows = new Rows(Math.min(mostRows, without.size()), TraceId.random(), now);
        without.forEach(item -> rows.none(item, quality));
        rows.handOn();
    }

    /**
     * The value of the item within that of its node. Where the shape does not fit, the unfitting value itself, which is then refused as
     * any other value that cannot be a sample.
     */
    Object pick(Item item, Object raw) {
        if (raw == null || item.path.isWhole()) {
            return raw;
        }
        try {
            return item.path.in(raw, encoding);
        } catch (IllegalArgumentException e) {
            return new Unfit(raw, e.getMessage());
        }
    }

    /** A value whose shape is not that of the binding. */
    record Unfit(Object raw, String why) {
    }

    /** Adds a row; a value that cannot be a sample is kept as a dead letter, and its row says so. */
    void row(SampleBatchBuilder batch, Item item, Object raw, int quality, long source, long now) {
        if (!Values.add(batch, item.handle, item.scale, raw, quality, source, now)) {
            batch.addNone(item.handle, Quality.BAD_TYPE_MISMATCH.code(), source, now);
            refuse(item, raw);
        }
    }

    private void refuse(Item item, Object raw) {
        refused.increment();
        if (item.reportRefusal()) {
            String cause = item.binding.place() + ": " + (raw instanceof Unfit unfit ? unfit.why()
                    : "a value of type " + raw.getClass().getSimpleName() + " cannot be a sample; bind a number, a boolean or a string, "
                    + "of an array one element such as '#[3]' or all as text with '#[]', of a structure one field such as '#drum.level'");
            String text = String.valueOf(raw instanceof Unfit unfit ? unfit.raw() : raw);
            LOG.warn("connection {}, node {}: {}", connection, item.binding.address(), cause);
            services.deadLetter(connection, item.binding.address(),
                    text.substring(0, Math.min(text.length(), MAX_LETTER)).getBytes(StandardCharsets.UTF_8), cause);
        }
    }

    /** Rows on their way into batches of bounded size, and the holes that they close. */
    private final class Rows {
        private final int capacity;
        private final long now;
        private final List<Stretch> closed = new ArrayList<>();
        private TraceId trace;
        private SampleBatchBuilder batch;
        private int data;

        Rows(int capacity, TraceId trace, long now) {
            this.capacity = capacity;
            this.trace = trace;
            this.now = now;
            this.batch = SampleBatch.builder(points, capacity);
        }

        void add(Item item, Object raw, int quality, long source, long ownTime) {
            if (item.hasHole()) {
                item.close(source, ownTime).ifPresent(closed::add);
            }
            row(batch, item, raw, quality, source, now);
            data++;
            nextWhereFull();
        }

        void none(Item item, int quality) {
            batch.addNone(item.handle, quality, now, now);
            nextWhereFull();
        }

        private void nextWhereFull() {
            if (batch.size() >= mostRows) {
                handOn();
                trace = TraceId.random();
                batch = SampleBatch.builder(points, capacity);
            }
        }

        void handOn() {
            if (data > 0) {
                received.add(data);
                lastData = now;
                data = 0;
            }
            if (!closed.isEmpty()) {
                filling.take(List.copyOf(closed));
                closed.clear();
            }
            if (batch.size() > 0) {
                services.trace(trace, Stage.COLLECT, "opcua " + connection + ": " + batch.size() + " values");
                intake.samples(batch.build(), trace);
            }
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
