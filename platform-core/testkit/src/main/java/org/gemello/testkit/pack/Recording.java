package org.gemello.testkit.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.TwinModel;

/** Writes down what one twin is given, in the units of its model, as the log would hold it. */
public final class Recording {
    private final TwinId twin;
    private final TwinModel model;
    private final PointTable points = new PointTable();
    private final List<LogEntry> entries = new ArrayList<>();

    public Recording(TwinId twin, TwinModel model) {
        this.twin = twin;
        this.model = model;
    }

    /** Samples of one moment. */
    public final class Moment {
        private final SampleBatchBuilder batch = SampleBatch.builder(points, 16);
        private final long time;

        private Moment(Instant time) {
            this.time = Times.nanos(time);
        }

        /** A value of good quality: a number, a boolean, a text or null. */
        public Moment with(String point, Object value) {
            return with(point, value, Quality.GOOD);
        }

        public Moment with(String point, Object value, Quality quality) {
            String unit = model.point(point).orElseThrow(() -> new NoSuchElementException("the model has no point " + point)).unit();
            int handle = points.handle(new PointDefinition(new PointId(twin, point), unit));
            batch.addValue(handle, value, quality.code(), time, time);
            return this;
        }
    }

    public Recording samples(Instant time, Consumer<Moment> values) {
        Moment moment = new Moment(time);
        values.accept(moment);
        entries.add(new LogEntry.Samples(moment.batch.build()));
        return this;
    }

    public Recording tick(Instant time) {
        entries.add(new LogEntry.Tick(time));
        return this;
    }

    public Recording command(Command command) {
        entries.add(new LogEntry.CommandIssued(command));
        return this;
    }

    public List<LogEntry> entries() {
        return List.copyOf(entries);
    }
}
