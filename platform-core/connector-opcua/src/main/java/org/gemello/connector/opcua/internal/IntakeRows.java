package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TraceId;
import org.gemello.api.trace.Stage;

/** Rows on their way to the intake, in batches of bounded size. */
final class IntakeRows {
    private static final int MOST_ROWS = 10_000;
    private final String connection;
    private final ItemReader reader;
    private final PointTable points;
    private final Intake intake;
    private final Filling filling;
    private final Services services;
    /** Of a batch: each costs the route, the log and its readers something; but none is larger than what may be in flight. */
    private final int mostRows;
    private final LongAdder received = new LongAdder();
    private volatile long lastData;

    IntakeRows(OpcUaSettings settings, ItemReader reader, PointTable points, Intake intake, Filling filling, Services services) {
        this.connection = settings.name();
        this.mostRows = Math.min(MOST_ROWS, settings.maxInFlight());
        this.reader = reader;
        this.points = points;
        this.intake = intake;
        this.filling = filling;
        this.services = services;
    }

    /** @param expected rows, of which more may come */
    Rows begin(int expected, TraceId trace, long now) {
        return new Rows(Math.min(mostRows, expected), trace, now);
    }

    /** Rows of one time, and the holes that they close. */
    final class Rows {
        private final int capacity;
        private final long now;
        private final List<Stretch> closed = new ArrayList<>();
        private TraceId trace;
        private SampleBatchBuilder batch;
        private int data;

        private Rows(int capacity, TraceId trace, long now) {
            this.capacity = capacity;
            this.trace = trace;
            this.now = now;
            this.batch = SampleBatch.builder(points, capacity);
        }

        /** When they were received. */
        long now() {
            return now;
        }

        void add(Item item, Object raw, int quality, long source, long ownTime) {
            if (item.hasHole()) {
                item.close(source, ownTime).ifPresent(closed::add);
            }
            reader.row(batch, item, raw, quality, source, now);
            data++;
            nextWhereFull();
        }

        /** A hole that ends though no value has come. */
        void close(Stretch hole) {
            closed.add(hole);
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

    /** Time of the last sample, nanoseconds since the epoch; 0 before the first. */
    long lastData() {
        return lastData;
    }
}
