package org.gemello.connector.mqtt.internal;

import org.gemello.api.PointTable;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;

/**
 * A point with its handle.
 *
 * @param name   for messages
 * @param handle its handle in the log's table
 * @param scale  from the payload's number to the point's unit
 */
record BoundPoint(String name, int handle, LinearScale scale) {

    static BoundPoint of(PointBinding binding, PointTable points) {
        return new BoundPoint(binding.point().id().toString(), points.handle(binding.point()), binding.scale());
    }

    /** A point that is scaled can only be a number. */
    boolean wantsNumber() {
        return !scale.isIdentity();
    }

    /**
     * Adds a number. It becomes a double whatever it looks like, so that a series does not change its kind between 12 and 12.5;
     * integers are exact up to 2^53.
     *
     * @return false where the value is not finite; then nothing is added
     */
    boolean add(double raw, int quality, long sourceTime, long received, SampleBatchBuilder into) {
        double value = scale.apply(raw);
        if (!Double.isFinite(value)) {
            return false;
        }
        into.add(handle, value, quality, sourceTime, received);
        return true;
    }
}
