package org.gemello.api;

import java.time.Instant;

/**
 * One value of one point: the view for people and interfaces. The hot path carries {@link SampleBatch}.
 *
 * @param point        which point
 * @param value        {@link Double}, {@link Long}, {@link Boolean}, {@link String}, or null where there is only a quality
 * @param unit         UCUM code of the value
 * @param quality      OPC UA status
 * @param sourceTime   when the source says that it was so
 * @param receivedTime when the platform received it
 * @param offset       its place in the log, -1 before it has one
 * @param trace        the trace under which it was collected
 */
public record Sample(PointId point, Object value, String unit, Quality quality, Instant sourceTime, Instant receivedTime,
                     long offset, TraceId trace) {
    /** The same sample with another quality. */
    public Sample withQuality(Quality other) {
        return new Sample(point, value, unit, other, sourceTime, receivedTime, offset, trace);
    }
}
