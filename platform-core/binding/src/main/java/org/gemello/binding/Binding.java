package org.gemello.binding;

import java.util.List;
import org.gemello.api.TwinId;

/**
 * Points of one twin that one connection feeds from one place.
 *
 * @param connection name of the connection
 * @param twin       the twin that owns the points
 * @param settings   what belongs to the place: for MQTT topic, format, time pointer; for OPC UA a node prefix. Checked by the connector
 * @param points     the points
 */
public record Binding(String connection, TwinId twin, Settings settings, List<PointBinding> points) {
    public Binding {
        points = List.copyOf(points);
    }
}
