package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.log.LogEntry;
import org.gemello.exchange.internal.table.ReadRow;

/**
 * Samples become {@link LogEntry.Backfill}. Some {@value #WINDOW} rows are held at a time and looked up in the history point by point, then
 * appended in batches.
 */
final class SamplesImport implements TableImport {
    private static final int WINDOW = 20_000;
    private static final int BATCH = 1000;
    private final PointTable points;
    private final KnownSamples knownSamples;
    private final LogWriter writer;
    private final Instant now = Instant.now();
    private final Map<PointId, List<SampleRow>> window = new LinkedHashMap<>();
    private int held;
    private long added;
    private long known;

    SamplesImport(PointTable points, KnownSamples knownSamples, LogWriter writer) {
        this.points = points;
        this.knownSamples = knownSamples;
        this.writer = writer;
    }

    @Override
    public void take(ReadRow row) throws IOException, InterruptedException {
        SampleRow sample = SampleRow.of(row.values(), now);
        if (held >= WINDOW) {
            finish();
        }
        window.computeIfAbsent(sample.definition().id(), point -> new ArrayList<>()).add(sample);
        held++;
    }

    @Override
    public void finish() throws IOException, InterruptedException {
        for (Map.Entry<PointId, List<SampleRow>> ofPoint : window.entrySet()) {
            List<SampleRow> unknown = knownSamples.unknown(ofPoint.getKey(), ofPoint.getValue());
            known += ofPoint.getValue().size() - unknown.size();
            for (int from = 0; from < unknown.size(); from += BATCH) {
                append(unknown.subList(from, Math.min(unknown.size(), from + BATCH)));
            }
        }
        window.clear();
        held = 0;
    }

    private void append(List<SampleRow> rows) throws IOException, InterruptedException {
        SampleBatchBuilder batch = SampleBatch.builder(points, rows.size());
        rows.forEach(row -> row.addTo(batch, points.handle(row.definition())));
        writer.append(new LogEntry.Backfill(batch.build()));
        added += rows.size();
    }

    @Override
    public long added() {
        return added;
    }

    @Override
    public long known() {
        return known;
    }
}
