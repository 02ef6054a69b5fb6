package org.gemello.api.history;

import java.time.Instant;
import org.gemello.api.PointId;
import org.osgi.annotation.versioning.ProviderType;

/** Past values of points. Safe for use by many threads. */
@ProviderType
public interface History {

    /**
     * Values with source time in {@code [from, to)}, oldest first; of samples with the same source time the order is that of
     * the log. Where there are more than {@code maxPoints}, the interval is cut into equal buckets and each gives its lowest
     * and its highest value (min-max downsampling), so that no peak is lost; then {@link HistoryResult#downsampled} is true.
     *
     * @param maxPoints at least 2
     * @throws IllegalArgumentException where {@code from} is not before {@code to}, or {@code maxPoints} is below 2
     */
    HistoryResult read(PointId point, Instant from, Instant to, int maxPoints);

    /** Offset up to which everything of the log is in the history: what a crash would not need to replay. */
    long durable();
}
