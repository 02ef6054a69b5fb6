package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metrics of one node or device that are bound to points. */
final class Bound {
    private final List<BoundMetric> all = new ArrayList<>();
    private final Map<String, List<BoundMetric>> byName = new HashMap<>();
    private final Map<String, List<BoundMetric>> byArray = new HashMap<>();

    void add(BoundMetric metric) {
        all.add(metric);
        byName.computeIfAbsent(metric.metric(), name -> new ArrayList<>()).add(metric);
        if (!metric.array().isEmpty()) {
            byArray.computeIfAbsent(metric.array(), name -> new ArrayList<>()).add(metric);
        }
    }

    List<BoundMetric> all() {
        return all;
    }

    /** What a metric of this name and type feeds: an array its elements, any other itself. */
    List<BoundMetric> fedBy(String name, DataType type) {
        return (type.isArray() && byArray.containsKey(name) ? byArray : byName).getOrDefault(name, List.of());
    }
}
