package org.gemello.api.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Past values of points. Every answer shows corrected values where there are corrections. Reads see what the log has acknowledged
 * and the history has taken, whether it is in memory or on disk. Safe for use by many threads.
 */
@ProviderType
public interface History {

    /**
     * Values with source time in {@code [from, to)}, oldest first; of samples with the same source time the order is that of
     * the log. Where there are more than {@code maxPoints} they are thinned out, and {@link HistoryResult#downsampled} is true.
     *
     * @param maxPoints at least 2
     * @throws IllegalArgumentException where {@code from} is not before {@code to}, or {@code maxPoints} is below 2
     */
    HistoryResult read(PointId point, Instant from, Instant to, int maxPoints, Downsampling how);

    /** As above with {@link Downsampling#MIN_MAX}. */
    default HistoryResult read(PointId point, Instant from, Instant to, int maxPoints) {
        return read(point, from, to, maxPoints, Downsampling.MIN_MAX);
    }

    /**
     * Hands every sample with source time in {@code [from, to)} to a reader, oldest first, in bounded memory however many there are.
     * An exception of the reader ends the scan and comes out of it.
     */
    void scan(PointId point, Instant from, Instant to, Consumer<Sample> reader);

    /**
     * Aggregates of consecutive intervals that begin at {@code from}; the last one may be shorter. Empty intervals are in it too.
     *
     * @param interval positive; at most 100,000 intervals fit between {@code from} and {@code to}
     * @throws IllegalArgumentException where the times or the interval are not as said
     */
    List<Aggregate> aggregate(PointId point, Instant from, Instant to, Duration interval);

    /**
     * The value at a time. Between samples it is interpolated, and its quality says so after OPC UA Part 13: stepped that of the sample
     * before, linear the worse of both neighbours, Uncertain_DataSubNormal where a bad sample lies between or where
     * {@link Interpolation#LINEAR} has no sample after it and the last one holds on; in a gap it is Bad_NoData with no value. The
     * neighbours are the nearest samples that are not bad. What is told carries the time asked for, and received time and offset of the
     * sample before it.
     *
     * @return empty before the first sample
     */
    Optional<Sample> at(PointId point, Instant time, Interpolation how);

    /** The state of a whole twin at a past time: each of its points that had a value then, stepped. */
    Map<PointId, Sample> state(TwinId twin, Instant time);

    /** The newest sample, by source time, of each of the points that has one. */
    Map<PointId, Sample> last(Collection<PointId> points);

    /** Points that have samples. */
    Set<PointId> points();

    /** Corrections of times in {@code [from, to)}, oldest source time first, with what they replaced. */
    List<CorrectedSample> corrections(PointId point, Instant from, Instant to);

    /** Notes of a twin and its points that touch {@code [from, to)}, earliest first. */
    List<Annotation> annotations(TwinId twin, Instant from, Instant to);

    /** Offset up to which everything of the log is in the history: what a crash would not need to replay. */
    long durable();

    /** What waits to be written; empty where a history writes at once, or does not say. */
    default Optional<HistoryWriting> writing() {
        return Optional.empty();
    }
}
