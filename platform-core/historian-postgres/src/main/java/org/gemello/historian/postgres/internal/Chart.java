package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.gemello.api.history.Downsampling;
import org.gemello.history.Downsampler;
import org.gemello.history.Interval;

/** Thins out what a point has in an interval: out of sums where the time is long, else out of the samples. */
final class Chart {
    private final Connection connection;
    private final Series series;
    private final long expired;

    Chart(Connection connection, Series series, long expired) {
        this.connection = connection;
        this.series = series;
        this.expired = expired;
    }

    Downsampler draw(Downsampling how, Interval interval, int maxPoints) throws SQLException {
        Resolution resolution = Resolution.within(interval, Downsampler.bucket(how, interval, maxPoints));
        if (resolution != null) {
            SummedSeries summed = new SummedSeries(connection, series, interval, resolution, expired);
            long count = summed.count();
            if (count > maxPoints || count > 0 && interval.from() < expired) {
                Downsampler samples = Downsampler.of(how, interval, maxPoints, resolution.nanos());
                summed.give(summary -> false, samples, samples::accept);
                return samples;
            }
        }
        Downsampler samples = Downsampler.of(how, interval, maxPoints);
        series.scan(interval, samples);
        return samples;
    }
}
