package org.gemello.historian.postgres.internal;

import java.time.Instant;
import org.gemello.history.Nanos;

/**
 * Times before which things are not kept, nanoseconds since the epoch.
 *
 * @param samples of samples and corrections
 * @param minutes of sums of minutes
 * @param hours   of sums of hours and of gaps
 */
record Cutoffs(long samples, long minutes, long hours) {
    static Cutoffs now(PostgresSettings.Retention retention) {
        Instant now = Instant.now();
        return new Cutoffs(Nanos.of(now.minus(retention.samples())), Nanos.of(now.minus(retention.minutes())),
                Nanos.of(now.minus(retention.hours())));
    }
}
