package org.gemello.connector.mqtt.internal.sparkplug;

import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import java.nio.charset.StandardCharsets;

/** The metrics that the present birth of a node or device has announced, by alias and by name. */
final class MetricTable {
    private final LongObjectMap<KnownMetric> byAlias = new LongObjectHashMap<>();
    private final NameTable<KnownMetric> byName = new NameTable<>();

    void add(KnownMetric metric) {
        byName.put(metric.name().getBytes(StandardCharsets.UTF_8), metric);
        if (metric.hasAlias()) {
            byAlias.put(metric.alias(), metric);
        }
    }

    /** What a metric of a data message is, null where the birth has not announced it. */
    KnownMetric find(Metric metric) {
        if (metric.hasAlias) {
            KnownMetric known = byAlias.get(metric.alias);
            if (known != null || !metric.hasName()) {
                return known;
            }
        }
        return metric.hasName() ? byName.get(metric.bytes, metric.nameFrom, metric.nameTo) : null;
    }

    KnownMetric find(byte[] name, int length) {
        return byName.get(name, 0, length);
    }

    KnownMetric find(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return find(bytes, bytes.length);
    }
}
