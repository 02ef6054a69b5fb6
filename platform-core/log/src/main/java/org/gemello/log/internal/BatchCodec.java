package org.gemello.log.internal;

import java.util.function.Function;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.ValueKind;
import org.gemello.api.log.LogEntry;

/**
 * An entry that is a batch: six {@link Column}s (point number, kind, value, quality, source time, received time), then the
 * texts of the TEXT rows.
 */
final class BatchCodec<E extends LogEntry> implements EntryCodec<E> {
    private final Function<E, SampleBatch> batchOf;
    private final Function<SampleBatch, E> entryOf;

    BatchCodec(Function<E, SampleBatch> batchOf, Function<SampleBatch, E> entryOf) {
        this.batchOf = batchOf;
        this.entryOf = entryOf;
    }

    @Override
    public void points(E entry, Draft draft) {
        SampleBatch batch = batchOf.apply(entry);
        for (int row = 0; row < batch.size(); row++) {
            draft.use(batch.handle(row));
        }
    }

    /** One plain loop per column: the compiler makes fast code of each, which it does not of one loop with a function in it. */
    @Override
    public boolean write(E entry, PayloadWriter out, PointNumbers numbers) {
        SampleBatch batch = batchOf.apply(entry);
        int rows = batch.size();
        long[] column = out.column(rows);
        if (!numbers(batch, column, numbers.byHandle())) {
            return false;
        }
        Column.write(column, rows, out);
        boolean texts = false;
        for (int row = 0; row < rows; row++) {
            ValueKind kind = batch.kind(row);
            texts |= kind == ValueKind.TEXT;
            column[row] = kind.ordinal();
        }
        Column.write(column, rows, out);
        for (int row = 0; row < rows; row++) {
            column[row] = batch.bits(row);
        }
        Column.write(column, rows, out);
        for (int row = 0; row < rows; row++) {
            column[row] = batch.qualityCode(row);
        }
        Column.write(column, rows, out);
        for (int row = 0; row < rows; row++) {
            column[row] = batch.sourceTime(row);
        }
        Column.write(column, rows, out);
        for (int row = 0; row < rows; row++) {
            column[row] = batch.receivedTime(row);
        }
        Column.write(column, rows, out);
        if (texts) {
            writeTexts(batch, out);
        }
        return true;
    }

    /** False where a point has no number yet. */
    private static boolean numbers(SampleBatch batch, long[] column, int[] byHandle) {
        for (int row = 0; row < batch.size(); row++) {
            int handle = batch.handle(row);
            if (handle >= byHandle.length || byHandle[handle] == PointNumbers.NONE) {
                return false;
            }
            column[row] = byHandle[handle];
        }
        return true;
    }

    private static void writeTexts(SampleBatch batch, PayloadWriter out) {
        for (int row = 0; row < batch.size(); row++) {
            if (batch.kind(row) == ValueKind.TEXT) {
                out.putText(batch.text(row));
            }
        }
    }

    @Override
    public E read(PayloadReader in, int count, long offset, PointNames names) {
        long[] numbers = Column.read(in, count);
        long[] kinds = Column.read(in, count);
        long[] bits = Column.read(in, count);
        long[] qualities = Column.read(in, count);
        long[] sourceTimes = Column.read(in, count);
        long[] receivedTimes = Column.read(in, count);
        SampleBatchBuilder batch = SampleBatch.builder(names.points(), count);
        for (int row = 0; row < count; row++) {
            int handle = names.handle(Math.toIntExact(numbers[row]));
            ValueKind kind = ValueKind.of(Math.toIntExact(kinds[row]));
            int quality = Math.toIntExact(qualities[row]);
            if (kind == ValueKind.TEXT) {
                batch.add(handle, in.getText(), quality, sourceTimes[row], receivedTimes[row]);
            } else {
                batch.addBits(handle, kind, bits[row], quality, sourceTimes[row], receivedTimes[row]);
            }
        }
        return entryOf.apply(batch.build().at(offset));
    }
}
