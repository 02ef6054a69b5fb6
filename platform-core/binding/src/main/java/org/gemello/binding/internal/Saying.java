package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Placeholders;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;

/** What definitions say, without the places where they say it: equal where nothing is different. */
public final class Saying {
    private Saying() {
    }

    public static Object twin(TwinDefinition twin) {
        return new TwinDefinition(twin.id(), twin.type(), twin.name(), twin.configuration(), twin.parts(), twin.accept(), "");
    }

    /** A connection with all that is bound to it; where topics name twins, also with the twins that there are. */
    public static List<Object> connection(SiteConfiguration site, ConnectionDefinition connection) {
        return List.of(connection.kind(), connection.settings().texts(), connection.overload(),
                site.bindings(connection.name()).stream().map(Saying::binding).toList(),
                site.templates(connection.name()).stream().map(template -> List.of(template.twin(), template.settings().texts(),
                        template.points().stream().map(point -> List.of(point.name(), point.unit(), point.address(), point.scale(),
                                point.writable(), point.history())).toList())).toList(),
                site.templates(connection.name()).stream().anyMatch(template -> Placeholders.in(template.twin()))
                        ? site.twins().stream().map(TwinDefinition::id).toList() : List.of());
    }

    /** The points bound to each twin with their units, in the order of the files. */
    public static Map<TwinId, List<Object>> points(SiteConfiguration site) {
        Map<TwinId, List<Object>> points = new HashMap<>();
        site.connections().stream().flatMap(connection -> site.bindings(connection.name()).stream()).flatMap(binding -> binding.points().stream())
                .forEach(point -> points.computeIfAbsent(point.point().id().twin(), none -> new ArrayList<>()).add(point.point()));
        return points;
    }

    private static List<Object> binding(Binding binding) {
        return List.of(binding.twin(), binding.settings().texts(), binding.points().stream().map(Saying::point).toList());
    }

    private static List<Object> point(PointBinding point) {
        return List.of(point.point(), point.address(), point.scale(), point.writable(), point.history());
    }
}
