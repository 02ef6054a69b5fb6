package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;

/**
 * A point and the metric that feeds it.
 *
 * @param metric   name as in the birth; of a template's member {@code template/member}
 * @param array    where {@code metric} ends in {@code [n]}, what stands before it, else empty
 * @param element  the n, from 0
 * @param point    the point
 * @param handle   its handle in the log's table
 * @param scale    from the metric's number to the point's unit
 * @param writable whether commands may write it
 * @param place    file, line and column of the binding
 */
record BoundMetric(String metric, String array, int element, PointDefinition point, int handle, LinearScale scale, boolean writable,
                   String place) {
    private static final Pattern ELEMENT = Pattern.compile("(.+)\\[(\\d{1,6})]", Pattern.DOTALL);

    static BoundMetric of(PointBinding binding, PointTable points) {
        Matcher matcher = ELEMENT.matcher(binding.address());
        boolean element = matcher.matches();
        return new BoundMetric(binding.address(), element ? matcher.group(1) : "", element ? Integer.parseInt(matcher.group(2)) : 0,
                binding.point(), points.handle(binding.point()), binding.scale(), binding.writable(), binding.place());
    }

    String name() {
        return point.id().toString();
    }

    @Override
    public String toString() {
        return "metric '" + metric + "' of " + name();
    }
}
