package org.gemello.exchange.internal.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.History;
import org.gemello.exchange.internal.history.SampleRow.Key;

/**
 * Leaves out samples that the history had before an import began: same point, source time, value and quality. A sample that the history
 * has twice stands for two of the file. Memory is bounded by the rows in question, however many the history has in their time.
 */
final class KnownSamples {
    private final History history;
    private final Set<PointId> points;
    private final long before;

    /** @param before offset of the log at which the import begins: what comes later is its own, or live */
    KnownSamples(History history, long before) {
        this.history = history;
        this.points = history.points();
        this.before = before;
    }

    /** The rows that are new, in their order. */
    List<SampleRow> unknown(PointId point, List<SampleRow> rows) {
        if (!points.contains(point)) {
            return rows;
        }
        Instant from = rows.stream().map(SampleRow::sourceTime).min(Instant::compareTo).orElseThrow();
        Instant to = rows.stream().map(SampleRow::sourceTime).max(Instant::compareTo).orElseThrow().plusNanos(1);
        Map<Key, Integer> known = new HashMap<>();
        rows.forEach(row -> known.put(row.key(), 0));
        history.scan(point, from, to, sample -> note(sample, known));
        for (CorrectedSample corrected : history.corrections(point, from, to)) {
            corrected.originals().forEach(sample -> note(sample, known));
        }
        List<SampleRow> unknown = new ArrayList<>();
        for (SampleRow row : rows) {
            if (known.merge(row.key(), -1, Integer::sum) < 0) {
                unknown.add(row);
            }
        }
        return unknown;
    }

    private void note(Sample sample, Map<Key, Integer> known) {
        if (sample.offset() < before) {
            known.computeIfPresent(new Key(sample.sourceTime(), sample.value(), sample.quality().code()), (key, count) -> count + 1);
        }
    }
}
