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
    private final Map<String, String> own = new HashMap<>();
    private final List<TwinDefinition> twins = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private int closed;

    /** Quick to send and slow to give up: on a busy machine a server that is late must not be taken for one that is gone. */
    Site(String endpoint) {
        settings.putAll(Map.of("endpoint", endpoint, "security.policy", "none", "samplingInterval", "10 ms", "publishingInterval", "20 ms",
                "keepAliveInterval", "2 s", "requestTimeout", "10 s"));
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

    /** The points bound from now on are in a binding of their own, with these settings. */
    Site binding(String... settings) {
        close();
        for (int i = 0; i < settings.length; i += 2) {
            own.put(settings[i], settings[i + 1]);
        }
        return this;
    }

    private void close() {
        if (points.size() > closed) {
            List<PointBinding> mine = points.subList(closed, points.size());
            bindings.add(new Binding("plant", mine.get(0).point().id().twin(), Settings.of(own), mine));
            closed = points.size();
        }
        own.clear();
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

    /** Every twin that has a point bound so far is of this type. */
    void twins(String type) {
        points.stream().map(point -> point.point().id().twin()).distinct()
                .forEach(twin -> twins.add(new TwinDefinition(twin, type, twin.toString(), Map.of())));
    }

    @Override
    public List<TwinDefinition> twins() {
        return List.copyOf(twins);
    }

    @Override
    public List<Binding> bindings(String connection) {
        close();
        return List.copyOf(bindings);
    }

    @Override
    public Optional<PointBinding> point(PointId id) {
        return points.stream().filter(binding -> binding.point().id().equals(id)).findFirst();
    }
}
