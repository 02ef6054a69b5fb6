package org.gemello.log;

import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry.Samples;

/** What the threads of a {@link KillChild} append: everything of a batch follows from thread and counter, so that it can be checked. */
final class KillWork {
    static final int THREADS = 3;
    private static final int MOST_ROWS = 100;

    private KillWork() {
    }

    static Samples batch(PointTable points, int thread, long counter) {
        int rows = 1 + (int) (counter * 31 % MOST_ROWS);
        SampleBatchBuilder batch = SampleBatch.builder(points, rows);
        batch.add(point(points, thread, 0), counter, 0, counter, thread);
        for (int row = 1; row < rows; row++) {
            int handle = point(points, thread, row);
            int quality = row % 10 == 3 ? 0x80310000 : 0;
            if (row % 17 == 5) {
                batch.add(handle, "state " + counter + '.' + row, quality, counter + row, thread);
            } else {
                batch.add(handle, counter + row / 1000.0, quality, counter + row, thread);
            }
        }
        return new Samples(batch.build());
    }

    private static int point(PointTable points, int thread, int row) {
        return points.handle(new PointDefinition(new PointId(new TwinId("kill-" + thread), "p" + row), "1"));
    }

    /** Which thread wrote a batch. */
    static int thread(SampleBatch batch) {
        return Integer.parseInt(batch.point(0).twin().value().substring("kill-".length()));
    }

    static long counter(SampleBatch batch) {
        return batch.bits(0);
    }
}
