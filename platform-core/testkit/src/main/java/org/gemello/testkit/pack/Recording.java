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
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;

/** Writes down what one twin is given, in the units of its model, as the log would hold it. */
public final class Recording {
    private final TwinId twin;
    private TwinModel model;
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

        /**
         * A value of good quality: a number, a boolean, a text or null.
         *
         * @param point of the twin, or of one of its parts as {@code part/point}, in the unit that the model wants it in
         */
        public Moment with(String point, Object value) {
            return with(point, value, Quality.GOOD);
        }

        public Moment with(String point, Object value, Quality quality) {
            return with(point, value, quality, Times.instant(time));
        }

        /** A value that the source took at another time than the platform received it. */
        public Moment with(String point, Object value, Quality quality, Instant sourceTime) {
            int handle = points.handle(definition(point));
            batch.addValue(handle, value, quality.code(), Times.nanos(sourceTime), time);
            return this;
        }
    }

    /** @throws NoSuchElementException where the model has no such point, or wants none of that name of its parts */
    PointDefinition definition(String point) {
        if (point.indexOf('/') < 0) {
            return new PointDefinition(new PointId(twin, point), model.point(point).map(PointSpec::unit)
                    .orElseThrow(() -> new NoSuchElementException("the model has no point " + point)));
        }
        PointId id = PointId.parse(point);
        return model.parts().stream().flatMap(role -> role.points().stream()).filter(wanted -> wanted.name().equals(id.name())).findFirst()
                .map(wanted -> new PointDefinition(id, wanted.unit()))
                .orElseThrow(() -> new NoSuchElementException("the model wants no point " + id.name() + " of its parts"));
    }

    /** A batch of values that the platform received at that time, which is their source time too where nothing else is said. */
    public Recording samples(Instant time, Consumer<Moment> values) {
        Moment moment = new Moment(time);
        values.accept(moment);
        entries.add(new LogEntry.Samples(moment.batch.build()));
        return this;
    }

    /** The platform's clock, as it goes into the log once a second. */
    public Recording tick(Instant time) {
        entries.add(new LogEntry.Tick(time));
        return this;
    }

    /** A command that was let in. */
    public Recording command(Command command) {
        entries.add(new LogEntry.CommandIssued(command));
        return this;
    }

    /** What became of a proposal, as the log tells the twin. */
    public Recording proposal(String key, ProposalState state, String by, String reason, Instant time) {
        entries.add(new LogEntry.ProposalMoved(twin + ":" + key + ":" + entries.size(), twin, key, state, by, reason, List.of(), null, time));
        return this;
    }

    /** An entry as it is, such as one of another recording. */
    public Recording add(LogEntry entry) {
        entries.add(entry);
        return this;
    }

    /** From now on values are those of another version of the model. */
    public void remodel(TwinModel newModel) {
        model = newModel;
    }

    /** @throws IndexOutOfBoundsException where nothing has been written down yet */
    public LogEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** What has been written down, oldest first. */
    public List<LogEntry> entries() {
        return List.copyOf(entries);
    }
}
