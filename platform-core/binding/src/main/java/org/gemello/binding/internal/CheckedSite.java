package org.gemello.binding.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;

/** A configuration without problems, looked up by name. */
final class CheckedSite implements SiteConfiguration {
    private final Map<String, ConnectionDefinition> connections;
    private final Map<TwinId, TwinDefinition> twins;
    private final Map<String, List<Binding>> bindings;
    private final Map<String, List<BindingTemplate>> templates;
    private final Map<PointId, PointBinding> points = new HashMap<>();

    CheckedSite(Map<String, ConnectionDefinition> connections, Map<TwinId, TwinDefinition> twins, List<Binding> bindings,
                List<BindingTemplate> templates) {
        this.connections = connections;
        this.twins = twins;
        this.bindings = bindings.stream().collect(Collectors.groupingBy(Binding::connection, Collectors.toUnmodifiableList()));
        this.templates = templates.stream().collect(Collectors.groupingBy(BindingTemplate::connection, Collectors.toUnmodifiableList()));
        bindings.forEach(binding -> binding.points().forEach(point -> points.put(point.point().id(), point)));
    }

    @Override
    public List<ConnectionDefinition> connections() {
        return List.copyOf(connections.values());
    }

    @Override
    public Optional<ConnectionDefinition> connection(String name) {
        return Optional.ofNullable(connections.get(name));
    }

    @Override
    public List<TwinDefinition> twins() {
        return List.copyOf(twins.values());
    }

    @Override
    public Optional<TwinDefinition> twin(TwinId id) {
        return Optional.ofNullable(twins.get(id));
    }

    @Override
    public List<Binding> bindings(String connection) {
        return bindings.getOrDefault(connection, List.of());
    }

    @Override
    public List<BindingTemplate> templates(String connection) {
        return templates.getOrDefault(connection, List.of());
    }

    @Override
    public Optional<PointBinding> point(PointId id) {
        return Optional.ofNullable(points.get(id));
    }
}
