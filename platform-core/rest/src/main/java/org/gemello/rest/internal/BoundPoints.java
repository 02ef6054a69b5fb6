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
    private BoundPoints() {
    }

    /** As the site describes them; none where that is not known. */
    static Set<PointId> of(Optional<Site> site, String connection) {
        Set<PointId> points = new HashSet<>();
        for (SiteDocument document : site.map(Site::documents).orElse(List.of())) {
            if (document.kind() == SiteKind.BINDING && document.name().startsWith(connection + '/')) {
                TwinId twin = new TwinId(document.name().substring(connection.length() + 1));
                for (Object binding : list(document.content().get("bindings"))) {
                    for (Object each : list(binding instanceof Map<?, ?> map ? map.get("points") : null)) {
                        if (each instanceof Map<?, ?> point && point.get("point") != null) {
                            points.add(new PointId(twin, point.get("point").toString()));
                        }
                    }
                }
            }
        }
        return points;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
