package org.gemello.rest.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.site.Site;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteKind;

/** The points that values of a connection can reach. */
final class BoundPoints {
    private static final char PLACEHOLDER = '{';

    private BoundPoints() {
    }

    /** As the site describes them; none where that is not known, as where a placeholder stands for names. */
    static Set<PointId> of(Optional<Site> site, String connection) {
        Set<PointId> points = new HashSet<>();
        for (SiteDocument document : site.map(Site::documents).orElse(List.of())) {
            if (document.kind() == SiteKind.BINDING && document.name().startsWith(connection + '/')) {
                Optional<Set<PointId>> bound = of(document.name(), document.content());
                if (bound.isEmpty()) {
                    return Set.of();
                }
                points.addAll(bound.get());
            }
        }
        return points;
    }

    /**
     * Those of one binding.
     *
     * @param name of the document, connection and twin
     * @return empty where a placeholder stands for names
     */
    static Optional<Set<PointId>> of(String name, Map<String, Object> content) {
        Optional<TwinId> twin = SeenDocuments.twin(SiteKind.BINDING, name);
        Set<PointId> points = new HashSet<>();
        for (Object binding : list(content.get("bindings"))) {
            for (Object each : list(binding instanceof Map<?, ?> map ? map.get("points") : null)) {
                if (each instanceof Map<?, ?> point && point.get("point") != null) {
                    String text = point.get("point").toString();
                    if (twin.isEmpty() || text.indexOf(PLACEHOLDER) >= 0) {
                        return Optional.empty();
                    }
                    points.add(new PointId(twin.get(), text));
                }
            }
        }
        return twin.map(known -> points);
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
