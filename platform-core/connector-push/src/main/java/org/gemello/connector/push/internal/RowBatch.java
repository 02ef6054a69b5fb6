package org.gemello.connector.push.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.connection.Pushable.Row;

/** Gathers rows into one batch, and what cannot be stored beside it. */
final class RowBatch implements RowSink {
    private static final int MOST_NAMED = 100;
    private final NamedPoints points;
    private final SampleBatchBuilder samples;
    private final long received = Times.now();
    private final List<String> refused = new ArrayList<>();
    private final List<Row> refusedRows = new ArrayList<>();
    private int unnamed;

    RowBatch(NamedPoints points, PointTable table, int capacity) {
        this.points = points;
        samples = SampleBatch.builder(table, capacity);
    }

    @Override
    public void row(Row row, String place) {
        try {
            points.add(row, received, samples);
        } catch (Refusal refusal) {
            refused(place, refusal.getMessage());
            refusedRows.add(row);
        }
    }

    @Override
    public void refused(String place, String cause) {
        if (refused.size() < MOST_NAMED) {
            refused.add(place + ": " + cause);
        } else {
            unnamed++;
        }
    }

    int size() {
        return samples.size();
    }

    /** Rows that could be read but not stored. */
    List<Row> refusedRows() {
        return refusedRows;
    }

    /** What could not be stored, in words: the first hundred, and how many more. */
    List<String> refused() {
        List<String> all = new ArrayList<>(refused);
        if (unnamed > 0) {
            all.add("and " + unnamed + " more");
        }
        return all;
    }

    /** The samples; this batch takes no more. */
    SampleBatch build() {
        return samples.build();
    }
}
