package org.gemello.api.history;

import java.time.Duration;
import java.time.Instant;
import org.gemello.api.Sample;

/**
 * What is known of a point in one interval, after OPC UA Part 13 (Aggregates). Numbers are of samples of good or uncertain quality,
 * in the point's unit; {@code NaN} where there is none.
 *
 * @param start        begin of the interval, included
 * @param length       its length; its end is not included
 * @param count        number of samples, of any quality
 * @param min          lowest value (Minimum)
 * @param max          highest value (Maximum)
 * @param mean         mean of the samples (Average)
 * @param timeWeighted mean over time, each value holding until the next (TimeAverage with stepped interpolation); the value that holds
 *                     at {@code start} is the last one before it
 * @param deviation    standard deviation of the population of samples (StandardDeviationPopulation)
 * @param first        first sample of the interval, of any quality; null where there is none
 * @param last         last one
 * @param good         share of the interval's time with good quality, 0 to 1 (PercentGood / 100)
 * @param uncertain    share with uncertain quality
 * @param bad          share with bad quality, without any value yet, or in a gap: the three add up to 1
 */
public record Aggregate(Instant start, Duration length, long count, double min, double max, double mean, double timeWeighted,
                        double deviation, Sample first, Sample last, double good, double uncertain, double bad) {
}
