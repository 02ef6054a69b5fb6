package org.gemello.worker.internal.frame;

import java.util.Arrays;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;

/** Reads what a {@link BatchWriter} wrote. The handles are those of the reader's own table. */
public final class BatchReader {
    private static final int KINDS = ValueKind.values().length;
    private static final int BYTES_PER_ROW = Integer.BYTES + 1 + Long.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private final PointTable points;
    /** Own handle by the writer's; -1 for one that has not been explained. */
    private int[] own = new int[0];

    public BatchReader(PointTable points) {
        this.points = points;
    }

    public SampleBatch read(FrameReader frame) throws MalformedFrameException {
        if (frame.getByte() != 0) {
            own = new int[0];
        }
        learn(frame);
        int size = frame.getCount(BYTES_PER_ROW);
        int[] handles = new int[size];
        for (int row = 0; row < size; row++) {
            handles[row] = own[frame.getIndex(own.length)];
        }
        ValueKind[] kinds = new ValueKind[size];
        for (int row = 0; row < size; row++) {
            int kind = frame.getByte();
            if (kind < 0 || kind >= KINDS) {
                throw new MalformedFrameException("there is no kind of value " + kind);
            }
            kinds[row] = ValueKind.of(kind);
        }
        long[] bits = longs(frame, size);
        int[] qualities = new int[size];
        for (int row = 0; row < size; row++) {
            qualities[row] = frame.getInt();
        }
        long[] sourceTimes = longs(frame, size);
        long[] receivedTimes = longs(frame, size);
        int mode = frame.getByte();
        long first = mode == BatchWriter.RISING_OFFSETS ? frame.getLong() : -1;
        long[] offsets = mode == BatchWriter.EACH_OFFSET ? longs(frame, size) : null;
        SampleBatchBuilder batch = SampleBatch.builder(points, size);
        for (int row = 0; row < size; row++) {
            if (kinds[row] == ValueKind.TEXT) {
                batch.add(handles[row], frame.getText(), qualities[row], sourceTimes[row], receivedTimes[row]);
            } else {
                batch.addBits(handles[row], kinds[row], bits[row], qualities[row], sourceTimes[row], receivedTimes[row]);
            }
        }
        SampleBatch built = batch.build(offsets);
        return mode == BatchWriter.RISING_OFFSETS ? built.at(first) : built;
    }

    private static long[] longs(FrameReader frame, int size) throws MalformedFrameException {
        long[] values = new long[size];
        for (int row = 0; row < size; row++) {
            values[row] = frame.getLong();
        }
        return values;
    }

    private void learn(FrameReader frame) throws MalformedFrameException {
        for (int left = frame.getCount(4 * Integer.BYTES); left > 0; left--) {
            int handle = frame.getIndex(Integer.MAX_VALUE);
            PointId id = new PointId(new TwinId(frame.getText()), frame.getText());
            if (handle >= own.length) {
                int known = own.length;
                own = Arrays.copyOf(own, Math.max(handle + 1, 2 * known));
                Arrays.fill(own, known, own.length, -1);
            }
            own[handle] = points.handle(new PointDefinition(id, frame.getText()));
        }
    }
}
