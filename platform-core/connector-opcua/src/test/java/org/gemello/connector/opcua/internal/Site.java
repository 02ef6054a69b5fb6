package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;

/** A configuration with one connection, {@code plant}, made in the test instead of in files. */
final class Site implements SiteConfiguration {
    private final Map<String, String> settings = new HashMap<>();
    private final List<PointBinding> points = new ArrayList<>();

    Site(String endpoint) {
        settings.putAll(Map.of("endpoint", endpoint, "security.policy", "none", "samplingInterval", "10 ms", "publishingInterval", "20 ms",
                "keepAliveInterval", "200 ms", "requestTimeout", "2 s"));
    }

    Site with(String key, String text) {
        settings.put(key, text);
        return this;
    }

    PointId bind(String point, String node) {
        return bind(point, node, LinearScale.IDENTITY, false);
    }

    PointId bind(String point, String node, LinearScale scale, boolean writable) {
        PointId id = PointId.parse(point);
        String place = "bindings/test.yaml:" + (points.size() + 1) + ":5";
        points.add(new PointBinding(new PointDefinition(id, "1"), "plant", node, scale, writable, place));
        return id;
    }

    @Override
    public List<ConnectionDefinition> connections() {
        return List.of(new ConnectionDefinition("plant", "opcua", Settings.of(settings)),
                new ConnectionDefinition("broker", "mqtt", Settings.of(Map.of())));
    }

    @Override
    public Optional<ConnectionDefinition> connection(String name) {
        return connections().stream().filter(connection -> connection.name().equals(name)).findFirst();
    }

    @Override
    public List<TwinDefinition> twins() {
        return List.of();
    }

    @Override
    public List<Binding> bindings(String connection) {
        if (points.isEmpty()) {
            return List.of();
        }
        return List.of(new Binding("plant", points.get(0).point().id().twin(), Settings.of(Map.of()), points));
    }

    @Override
    public Optional<PointBinding> point(PointId id) {
        return points.stream().filter(binding -> binding.point().id().equals(id)).findFirst();
    }
}
