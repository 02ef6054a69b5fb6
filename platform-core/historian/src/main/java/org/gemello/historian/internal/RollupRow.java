package org.gemello.historian.internal;

import org.gemello.history.Summary;

/**
 * What is known of rows of a point in one bucket of time.
 *
 * @param start   begin of the bucket, nanoseconds since the epoch
 * @param summary the rows, of which there is at least one
 * @param whole   true where the summary can stand for the rows in every answer; false where texts or several units are among them
 */
record RollupRow(long start, Summary summary, boolean whole) {
    /** As the constructor, but sums that are no finite numbers cannot stand for the rows. */
    static RollupRow of(long start, Summary summary, boolean whole) {
        Summary.Sums sums = summary.sums();
        return new RollupRow(start, summary, whole && Double.isFinite(sums.mean()) && Double.isFinite(sums.squares())
                && Double.isFinite(sums.weighted()));
    }
}
