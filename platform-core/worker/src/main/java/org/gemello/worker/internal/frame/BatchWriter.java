package org.gemello.worker.internal.frame;

import java.util.BitSet;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.ValueKind;

/** Writes batches column by column. A handle is explained once to the reader at the other end; so writer and reader stay together. */
public final class BatchWriter {
    /** The batch has no offsets. */
    static final int NO_OFFSETS = 0;
    /** Only the first offset follows, the others rise by one. */
    static final int RISING_OFFSETS = 1;
    static final int EACH_OFFSET = 2;
    private PointTable points;
    private final BitSet explained = new BitSet();

    public void write(SampleBatch batch, FrameWriter frame) {
        boolean anew = batch.points() != points;
        if (anew) {
            points = batch.points();
            explained.clear();
        }
        frame.putByte(anew ? 1 : 0);
        explain(batch, frame);
        int size = batch.size();
        frame.putInt(size);
        for (int row = 0; row < size; row++) {
            frame.putInt(batch.handle(row));
        }
        for (int row = 0; row < size; row++) {
            frame.putByte(batch.kind(row).ordinal());
        }
        for (int row = 0; row < size; row++) {
            frame.putLong(batch.bits(row));
        }
        for (int row = 0; row < size; row++) {
            frame.putInt(batch.qualityCode(row));
        }
        for (int row = 0; row < size; row++) {
            frame.putLong(batch.sourceTime(row));
        }
        for (int row = 0; row < size; row++) {
            frame.putLong(batch.receivedTime(row));
        }
        offsets(batch, frame);
        for (int row = 0; row < size; row++) {
            if (batch.kind(row) == ValueKind.TEXT) {
                frame.putText(batch.text(row));
            }
        }
    }

    /** What the reader was told in a frame that never left is told again: call this where sending failed. */
    public void forget() {
        points = null;
    }

    private void explain(SampleBatch batch, FrameWriter frame) {
        int mark = frame.mark();
        frame.putInt(0);
        int count = 0;
        for (int row = 0; row < batch.size(); row++) {
            int handle = batch.handle(row);
            if (!explained.get(handle)) {
                PointDefinition definition = points.definition(handle);
                frame.putInt(handle).putText(definition.id().twin().value()).putText(definition.id().name()).putText(definition.unit());
                explained.set(handle);
                count++;
            }
        }
        frame.putIntAt(mark, count);
    }

    private static void offsets(SampleBatch batch, FrameWriter frame) {
        int mode = mode(batch);
        frame.putByte(mode);
        if (mode == RISING_OFFSETS) {
            frame.putLong(batch.offset(0));
        } else if (mode == EACH_OFFSET) {
            for (int row = 0; row < batch.size(); row++) {
                frame.putLong(batch.offset(row));
            }
        }
    }

    private static int mode(SampleBatch batch) {
        if (batch.isEmpty()) {
            return NO_OFFSETS;
        }
        long first = batch.offset(0);
        boolean none = first == -1;
        boolean rising = first >= 0;
        for (int row = 1; row < batch.size() && (none || rising); row++) {
            none &= batch.offset(row) == -1;
            rising &= batch.offset(row) == first + row;
        }
        return none ? NO_OFFSETS : rising ? RISING_OFFSETS : EACH_OFFSET;
    }
}
