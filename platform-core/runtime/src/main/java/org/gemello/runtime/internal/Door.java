package org.gemello.runtime.internal;

import java.util.Optional;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.TwinDefinition;

/** Through it a twin's part of a record comes in: the twin's own values and those of its parts, in the order of the log. */
final class Door {
    private final RuntimeContext context;
    private final TwinId twin;
    private final Intake own;
    private final PartIntake parts;
    private final PartCheck check;

    /** @param before model that served until now, {@link TwinModel#UNKNOWN} for none */
    Door(RuntimeContext context, TwinDefinition definition, TwinModel model, TwinModel before) {
        this.context = context;
        this.twin = definition.id();
        this.own = new Intake(context, twin, model, before);
        this.parts = definition.parts().isEmpty() ? null : new PartIntake(context, definition, model);
        this.check = new PartCheck(context, definition, model);
    }

    Intake own() {
        return own;
    }

    /** Why the twin cannot work with what the site gives it; empty when it can. */
    Optional<String> objection() {
        return own.objection().or(check::objection);
    }

    Arrival arrival(LogRecord record, LogEntry entry) {
        if (!(entry instanceof LogEntry.Samples samples)) {
            return Arrival.of(entry);
        }
        SampleBatch batch = samples.batch();
        boolean mine = isOwn(batch, 0);
        if (parts == null || mine && runEnd(batch, 0) == batch.size()) {
            SampleBatch seen = own.toModel(batch, record.isDerived());
            return new Arrival(seen == batch ? samples : new LogEntry.Samples(seen), seen, record.isDerived());
        }
        boolean unmixed = runEnd(batch, 0) == batch.size();
        SampleBatch seen = unmixed ? parts.toModel(batch) : mixed(batch);
        return new Arrival(seen.isEmpty() ? null : new LogEntry.Samples(seen), unmixed ? null : owned(seen), false);
    }

    private boolean isOwn(SampleBatch batch, int row) {
        return parts == null || context.slots().twin(batch.handle(row)).equals(twin);
    }

    /** End of the rows from {@code row} on that are all the twin's own, or all of its parts. */
    private int runEnd(SampleBatch batch, int row) {
        boolean mine = isOwn(batch, row);
        int end = row + 1;
        while (end < batch.size() && isOwn(batch, end) == mine) {
            end++;
        }
        return end;
    }

    /** A source has told of the twin and of its parts in one go: nothing of that is derived. */
    private SampleBatch mixed(SampleBatch batch) {
        SampleBatchBuilder out = SampleBatch.builder(batch.points(), batch.size());
        long[] offsets = new long[batch.size()];
        for (int from = 0; from < batch.size(); from = runEnd(batch, from)) {
            SampleBatch run = batch.range(from, runEnd(batch, from));
            SampleBatch seen = isOwn(run, 0) ? own.toModel(run, false) : parts.toModel(run);
            for (int row = 0; row < seen.size(); row++) {
                offsets[out.size()] = seen.offset(row);
                out.copy(seen, row);
            }
        }
        return out.build(offsets);
    }

    private SampleBatch owned(SampleBatch seen) {
        int[] rows = new int[seen.size()];
        int count = 0;
        for (int row = 0; row < seen.size(); row++) {
            if (isOwn(seen, row)) {
                rows[count++] = row;
            }
        }
        return count == 0 ? null : seen.select(rows, count);
    }
}
