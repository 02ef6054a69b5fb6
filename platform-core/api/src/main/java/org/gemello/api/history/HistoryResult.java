package org.gemello.api.history;

import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.Sample;

/**
 * Answer of the history. Samples that were chosen from sums instead of from all samples carry their source time as received time.
 *
 * @param samples     oldest first
 * @param gaps        holes that touch the interval, narrowed by the backfills that came after them, oldest first
 * @param total       number of samples stored in the interval
 * @param downsampled true where {@code samples} are fewer than {@code total}
 */
public record HistoryResult(List<Sample> samples, List<Gap> gaps, long total, boolean downsampled) {
    public HistoryResult {
        samples = List.copyOf(samples);
        gaps = List.copyOf(gaps);
    }
}
