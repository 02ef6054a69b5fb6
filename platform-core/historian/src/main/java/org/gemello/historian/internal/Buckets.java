package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.ValueKind;
import org.gemello.history.Row;
import org.gemello.history.Summary;

/** Sums up sorted rows of a point by buckets of one resolution. */
final class Buckets implements Consumer<Row> {
    private final Resolution resolution;
    private final List<RollupRow> rows = new ArrayList<>();
    private Summary summary;
    private long start;
    private boolean whole;

    Buckets(Resolution resolution) {
        this.resolution = resolution;
    }

    @Override
    public void accept(Row row) {
        if (summary == null || row.time() - start >= resolution.nanos()) {
            close();
            summary = new Summary();
            start = resolution.start(row.time());
            whole = true;
        }
        summary.add(row);
        whole &= row.kind() != ValueKind.TEXT && row.unit().equals(summary.first().unit());
    }

    private void close() {
        if (summary != null) {
            rows.add(RollupRow.of(start, summary, whole));
        }
    }

    /** All buckets that have rows, sorted by begin. Nothing more comes. */
    List<RollupRow> rows() {
        close();
        summary = null;
        return rows;
    }

    /** Joins what follows one another within a bucket; what lies across one another stays apart. Rows sorted by begin and first sample. */
    static List<RollupRow> joined(List<RollupRow> sorted) {
        List<RollupRow> joined = new ArrayList<>();
        for (RollupRow row : sorted) {
            RollupRow before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.start() == row.start() && before.summary().isBefore(row.summary())
                    && before.summary().first().unit().equals(row.summary().first().unit())) {
                before.summary().join(row.summary());
                joined.set(joined.size() - 1, RollupRow.of(before.start(), before.summary(), before.whole() && row.whole()));
            } else {
                joined.add(row);
            }
        }
        return joined;
    }
}
