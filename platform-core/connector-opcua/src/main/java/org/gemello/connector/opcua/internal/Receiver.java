package org.gemello.connector.opcua.internal;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the server says of items into samples and gaps, in order. One caller at a time; a caller waits while the intake is full. */
final class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private final String connection;
    private final Items items;
    private final ItemReader reader;
    private final IntakeRows intakeRows;
    private final boolean discardOldest;
    private long notifications;
    /** The last node of the notification before, where that was full, so that this one may go on with the same queue. */
    private Source lastOfFull;

    Receiver(OpcUaSettings settings, Items items, PointTable points, Intake intake, Filling filling, Services services) {
        this.connection = settings.name();
        this.discardOldest = settings.discardOldest();
        this.items = items;
        this.reader = new ItemReader(connection, services);
        this.intakeRows = new IntakeRows(settings, reader, points, intake, filling, services);
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
        IntakeRows.Rows rows = intakeRows.begin(count, trace, now);
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

    private void values(IntakeRows.Rows rows, Source source, DataValue value) {
        int quality = Values.quality(value);
        long stamp = Values.stamp(value);
        long time = Values.time(value, rows.now());
        Object raw = value.value().value();
        Item only = source.only();
        if (only != null) {
            value(rows, only, raw, quality, stamp, time);
        } else {
            source.items().forEach(item -> value(rows, item, reader.pick(item, raw), quality, stamp, time));
        }
    }

    private void value(IntakeRows.Rows rows, Item item, Object raw, int quality, long stamp, long time) {
        if (!item.isRepeat(raw, quality, stamp)) {
            item.comes(notifications, time);
            if (Values.isOverflow(quality)) {
                item.overflow(discardOldest).ifPresent(rows::close);
            }
            rows.add(item, raw, quality, item.received(raw, quality, stamp, time, rows.now()), time);
        }
    }

    /**
     * What the server has now, read after a loss that its subscription survived. Points that did not change hold again from now on;
     * what did change comes from the server's queue, with everything before it.
     */
    synchronized void unchanged(List<Source> sources, List<DataValue> values) {
        long now = Times.now();
        IntakeRows.Rows rows = intakeRows.begin(sources.size(), TraceId.random(), now);
        for (int i = 0; i < sources.size(); i++) {
            DataValue value = values.get(i);
            int quality = Values.quality(value);
            for (Item item : sources.get(i).items()) {
                Object raw = reader.pick(item, value.value().value());
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
        IntakeRows.Rows rows = intakeRows.begin(1, trace, now);
        Object raw = reader.pick(item, value.value().value());
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
            IntakeRows.Rows rows = intakeRows.begin(values.rows().size(), TraceId.random(), now);
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
        IntakeRows.Rows rows = intakeRows.begin(without.size(), TraceId.random(), now);
        without.forEach(item -> rows.none(item, quality));
        rows.handOn();
    }

    /** Samples received. */
    long received() {
        return intakeRows.received();
    }

    /** Time of the last sample, nanoseconds since the epoch; 0 before the first. */
    long lastData() {
        return intakeRows.lastData();
    }

    /** Reads what comes. */
    ItemReader reader() {
        return reader;
    }
}
