package org.gemello.runtime.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;

/** A site of some twins, all fed by one connection named {@code plant}. */
final class MemorySite implements SiteConfiguration {
    private final List<TwinDefinition> twins = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();

    MemorySite twin(String id, String type, PointBinding... points) {
        twins.add(new TwinDefinition(new TwinId(id), type, "Twin " + id, Map.of("factor", "2")));
        bindings.add(new Binding("plant", new TwinId(id), Settings.of(Map.of()), List.of(points)));
        return this;
    }

    /** A twin with parts, {@code role=twin}; keys of proposals that the platform accepts on its own. */
    MemorySite composite(String id, String type, List<String> parts, Set<String> accept, PointBinding... points) {
        Map<String, List<TwinId>> byRole = new LinkedHashMap<>();
        for (String part : parts) {
            String[] words = part.split("=");
            byRole.computeIfAbsent(words[0], role -> new ArrayList<>()).add(new TwinId(words[1]));
        }
        twins.add(new TwinDefinition(new TwinId(id), type, "Twin " + id, Map.of("factor", "2"), byRole, accept, "twins/test.yaml:1:3"));
        bindings.add(new Binding("plant", new TwinId(id), Settings.of(Map.of()), List.of(points)));
        return this;
    }

    /** Takes a twin away with what is bound to it. */
    MemorySite without(String id) {
        twins.removeIf(twin -> twin.id().value().equals(id));
        bindings.removeIf(binding -> binding.twin().value().equals(id));
        return this;
    }

    static PointBinding point(String id, String unit, boolean writable) {
        return new PointBinding(new PointDefinition(PointId.parse(id), unit), "plant", "ns=1;s=" + id, LinearScale.IDENTITY, writable, "test");
    }

    @Override
    public List<ConnectionDefinition> connections() {
        return List.of(new ConnectionDefinition("plant", "test", Settings.of(Map.of())));
    }

    @Override
    public Optional<ConnectionDefinition> connection(String name) {
        return connections().stream().filter(connection -> connection.name().equals(name)).findFirst();
    }

    @Override
    public List<TwinDefinition> twins() {
        return twins;
    }

    @Override
    public List<Binding> bindings(String connection) {
        return connection.equals("plant") ? bindings : List.of();
    }

    @Override
    public Optional<PointBinding> point(PointId id) {
        return bindings.stream().flatMap(binding -> binding.points().stream()).filter(point -> point.point().id().equals(id)).findFirst();
    }
}
