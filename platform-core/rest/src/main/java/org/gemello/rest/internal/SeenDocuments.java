package org.gemello.rest.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteKind;
import org.gemello.security.policy.Sight;

/** Documents of the site as one caller sees them: without the twins and points that are hidden. */
final class SeenDocuments {
    private static final String BINDINGS = "bindings";
    private static final String PARTS = "parts";
    private static final String POINTS = "points";
    private final Sight sight;

    SeenDocuments(Sight sight) {
        this.sight = sight;
    }

    /** The twin that a document is about; a connection is about any number of them, and so is a binding to a name with a placeholder. */
    static Optional<TwinId> twin(SiteKind kind, String name) {
        String twin = name.substring(name.indexOf('/') + 1);
        return kind == SiteKind.CONNECTION || twin.indexOf('{') >= 0 ? Optional.empty() : Optional.of(new TwinId(twin));
    }

    boolean sees(SiteDocument document) {
        return twin(document.kind(), document.name()).map(sight::sees).orElse(true);
    }

    boolean seesWhole(SiteDocument document) {
        return sees(document) && seen(document).content().equals(document.content());
    }

    /** What is seen of a document whose twin is. */
    SiteDocument seen(SiteDocument document) {
        if (sight.seesAll() || document.kind() == SiteKind.CONNECTION) {
            return document;
        }
        Map<String, Object> content = new LinkedHashMap<>(document.content());
        if (document.kind() == SiteKind.TWIN) {
            content.computeIfPresent(PARTS, (key, parts) -> parts instanceof Map<?, ?> roles ? parts(roles) : parts);
        } else {
            Optional<TwinId> twin = twin(document.kind(), document.name());
            content.computeIfPresent(BINDINGS, (key, bindings) -> bindings instanceof List<?> list ? bindings(list, twin) : bindings);
        }
        return new SiteDocument(document.kind(), document.name(), content, document.revision(), document.place());
    }

    private Map<String, Object> parts(Map<?, ?> roles) {
        Map<String, Object> seen = new LinkedHashMap<>();
        roles.forEach((role, twins) -> seen.put(role.toString(), !(twins instanceof List<?> list) ? twins
                : list.stream().filter(twin -> sight.sees(new TwinId(twin.toString()))).toList()));
        return seen;
    }

    /** What has none of its points left is left out itself. */
    private List<Object> bindings(List<?> bindings, Optional<TwinId> twin) {
        List<Object> seen = new ArrayList<>();
        for (Object binding : bindings) {
            if (binding instanceof Map<?, ?> map && map.get(POINTS) instanceof List<?> points && twin.isPresent()) {
                List<?> left = points.stream().filter(point -> sees(twin.get(), point)).toList();
                if (!left.isEmpty()) {
                    Map<Object, Object> copy = new LinkedHashMap<>(map);
                    copy.put(POINTS, left);
                    seen.add(copy);
                }
            } else {
                seen.add(binding);
            }
        }
        return seen;
    }

    private boolean sees(TwinId twin, Object point) {
        return !(point instanceof Map<?, ?> map) || !(map.get("point") instanceof String name) || name.indexOf('{') >= 0
                || sight.sees(new PointId(twin, name));
    }
}
