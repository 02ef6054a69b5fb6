package org.gemello.historian.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.PointId;

/** Sums up the rows of one point by all resolutions: the rows by the shortest, and these sums by the longer one. */
final class Sums {
    private final List<RollupRow> buckets = new ArrayList<>();

    /** Takes those rows that came at or after an offset. */
    void add(SeriesRows rows, long offset) {
        Buckets fresh = new Buckets(Resolution.FIVE_MINUTES);
        for (int i : rows.order()) {
            if (rows.offset(i) >= offset) {
                fresh.accept(rows.row(i));
            }
        }
        buckets.addAll(fresh.rows());
    }

    /** Writes all sums; nothing more comes. */
    void write(RollupFileWriter writer, PointId point) throws IOException {
        buckets.sort(RollupMerge.ORDER);
        List<RollupRow> joined = Buckets.joined(buckets);
        writer.buckets(point, Resolution.FIVE_MINUTES, joined);
        List<RollupRow> wider = new ArrayList<>(); // of the same summaries, which are written and may be joined
        for (RollupRow row : joined) {
            wider.add(RollupRow.of(Resolution.HOUR.start(row.start()), row.summary(), row.whole()));
        }
        writer.buckets(point, Resolution.HOUR, Buckets.joined(wider));
    }
}
