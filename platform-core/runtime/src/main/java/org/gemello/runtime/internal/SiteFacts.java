package org.gemello.runtime.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gemello.api.PointDefinition;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;

/** What twins know of the site beside their own definitions: which points are bound to each, and of which type each is. */
final class SiteFacts {
    private volatile Map<TwinId, List<PointDefinition>> bound;
    private volatile Map<TwinId, String> types;

    SiteFacts(SiteConfiguration site) {
        follow(site);
    }

    /** The site is another now. */
    void follow(SiteConfiguration site) {
        Map<TwinId, List<PointDefinition>> points = new HashMap<>();
        site.connections().stream().flatMap(connection -> site.bindings(connection.name()).stream()).map(Binding::points).flatMap(List::stream)
                .map(PointBinding::point).forEach(point -> points.computeIfAbsent(point.id().twin(), t -> new ArrayList<>()).add(point));
        bound = points;
        types = site.twins().stream().collect(Collectors.toUnmodifiableMap(TwinDefinition::id, TwinDefinition::type));
    }

    List<PointDefinition> bound(TwinId twin) {
        return bound.getOrDefault(twin, List.of());
    }

    /** Empty where the site has no such twin. */
    Optional<String> type(TwinId twin) {
        return Optional.ofNullable(types.get(twin));
    }
}
