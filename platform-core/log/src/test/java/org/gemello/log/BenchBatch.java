package org.gemello.log;

import java.util.Random;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry.Samples;

/** A batch as a busy connection sends it: doubles of many points, good, source times spread over a second, received together. */
final class BenchBatch {
    private static final long NOW = 1_780_000_000_000_000_000L;

    private BenchBatch() {
    }

    static Samples of(PointTable points, int rows) {
        Random random = new Random(42);
        SampleBatchBuilder batch = SampleBatch.builder(points, rows);
        for (int row = 0; row < rows; row++) {
            PointId point = new PointId(new TwinId("wt-" + row / 20), "P" + row % 20);
            long sourceTime = NOW + random.nextInt(1_000_000_000);
            int handle = points.handle(new PointDefinition(point, "kW"));
            batch.add(handle, 1500 + 200 * random.nextGaussian(), 0, sourceTime, NOW + 1_000_000_000L);
        }
        return new Samples(batch.build());
    }
}
