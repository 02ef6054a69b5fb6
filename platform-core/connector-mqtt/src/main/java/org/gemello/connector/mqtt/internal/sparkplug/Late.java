package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.log.LogEntry;

/** What goes into the log beside the samples: historical values and gaps, gathered until the burst of messages is over. */
final class Late {
    private final PointTable points;
    private SampleBatchBuilder historical;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<LogEntry> unstored = new ArrayList<>();

    Late(PointTable points) {
        this.points = points;
    }

    SampleBatchBuilder historical() {
        if (historical == null) {
            historical = SampleBatch.builder(points, 64);
        }
        return historical;
    }

    void add(Gap gap) {
        gaps.add(gap);
    }

    boolean isEmpty() {
        return historical == null && gaps.isEmpty() && unstored.isEmpty();
    }

    /** All of it; nothing is left. */
    List<LogEntry> take() {
        List<LogEntry> taken = new ArrayList<>(unstored);
        unstored.clear();
        if (historical != null && historical.size() > 0) {
            taken.add(new LogEntry.Backfill(historical.build()));
        }
        historical = null;
        if (!gaps.isEmpty()) {
            taken.add(new LogEntry.Gaps(gaps));
            gaps.clear();
        }
        return taken;
    }

    /** What was taken could not be stored: it is there again. */
    void putBack(LogEntry entry) {
        unstored.add(entry);
    }
}
