package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.binding.Binding;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.connector.mqtt.internal.WriteTarget;

/** The edge nodes that something is bound to. What others publish is counted and passed over. */
final class BoundNodes {
    private final Map<String, EdgeNode> nodes = new LinkedHashMap<>();
    private final Map<PointId, WriteTarget> targets = new HashMap<>();
    private final List<PointDefinition> points = new ArrayList<>();

    /** @throws ConfigurationException where a binding is wrong; it names the place */
    BoundNodes(List<Binding> bindings, SparkplugSettings settings, PointTable handles) {
        for (Binding binding : bindings) {
            add(binding, settings, handles);
        }
    }

    private void add(Binding binding, SparkplugSettings settings, PointTable handles) {
        Settings place = binding.settings();
        place.allowOnly("node", "prefix");
        String[] levels = place.text("node").split("/", -1);
        if (levels.length < 2 || levels.length > 3 || List.of(levels).contains("")) {
            throw new ConfigurationException(place.place("node"), "'node' is '" + place.text("node")
                    + "'; write group/node, or group/node/device");
        } else if (!settings.covers(levels[0])) {
            throw new ConfigurationException(place.place("node"), "group '" + levels[0] + "' is not one of the connection's '"
                    + "sparkplug.groups' " + settings.groups());
        }
        String device = levels.length == 3 ? levels[2] : "";
        EdgeNode node = nodes.computeIfAbsent(levels[0] + '/' + levels[1], EdgeNode::new);
        Origin origin = node.bind(device);
        for (PointBinding point : binding.points()) {
            BoundMetric metric = BoundMetric.of(point, handles);
            origin.bound().add(metric);
            points.add(metric.point());
            if (metric.writable()) {
                targets.put(metric.point().id(), new MetricWrite(node.name(), device, origin, metric));
            }
        }
    }

    /** @param name {@code group/node}; null where nothing is bound to it */
    EdgeNode find(String name) {
        return nodes.get(name);
    }

    Collection<EdgeNode> all() {
        return nodes.values();
    }

    Optional<WriteTarget> target(PointId point) {
        return Optional.ofNullable(targets.get(point));
    }

    List<PointDefinition> points() {
        return points;
    }
}
