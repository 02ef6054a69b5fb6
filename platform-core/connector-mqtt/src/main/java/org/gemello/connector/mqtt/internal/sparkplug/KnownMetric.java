package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.List;

/**
 * A metric that a birth has announced.
 *
 * @param name     as announced
 * @param type     as announced; UNKNOWN where the birth did not say
 * @param hasAlias whether it has one
 * @param alias    by which data messages may name it
 * @param member   true where it is part of a template and not a metric by itself
 * @param points   what it feeds, none where nothing is bound to it; for an array, elements of it
 */
record KnownMetric(String name, DataType type, boolean hasAlias, long alias, boolean member, BoundMetric[] points) {
    static final BoundMetric[] UNBOUND = new BoundMetric[0];

    KnownMetric(String name, Metric metric, boolean member, List<BoundMetric> points) {
        this(name, metric.type, metric.hasAlias, metric.alias, member,
                points.isEmpty() ? UNBOUND : points.toArray(BoundMetric[]::new));
    }

    boolean isBound() {
        return points.length > 0;
    }
}
