package org.gemello.log.internal;

import java.util.function.Function;
import org.gemello.api.SampleBatch;
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

    /** Straight into the columns of the batch. */
    @Override
    public E read(PayloadReader in, int count, long offset, PointNames names) {
        int[] handles = Column.readInts(in, count);
        for (int row = 0; row < count; row++) {
            handles[row] = names.handle(handles[row]);
        }
        boolean texts = false;
        byte[] kinds = new byte[count];
        int[] ordinals = Column.readInts(in, count);
        for (int row = 0; row < count; row++) {
            texts |= ValueKind.of(ordinals[row]) == ValueKind.TEXT;
            kinds[row] = (byte) ordinals[row];
        }
        long[] bits = Column.readLongs(in, count);
        int[] qualities = Column.readInts(in, count);
        long[] sourceTimes = Column.readLongs(in, count);
        long[] receivedTimes = Column.readLongs(in, count);
        SampleBatch batch = SampleBatch.ofColumns(names.points(), handles, kinds, bits, texts ? readTexts(in, kinds) : null, qualities,
                sourceTimes, receivedTimes);
        return entryOf.apply(batch.at(offset));
    }

    private static String[] readTexts(PayloadReader in, byte[] kinds) {
        String[] texts = new String[kinds.length];
        for (int row = 0; row < kinds.length; row++) {
            if (kinds[row] == ValueKind.TEXT.ordinal()) {
                texts[row] = in.getText();
            }
        }
        return texts;
    }
}
