package org.gemello.rest.internal;

import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.PointId;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.ExportView;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.security.policy.Sight;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Exports as one caller sees them. Whoever does not see every point exports those that are seen, and is shown the exports that have no others, whoever
 * made them and whatever could be seen then; one that does not say what it has is for those who see everything.
 */
@Component(service = SeenExports.class)
public final class SeenExports {
    private final Platform platform;
    private final Sights sights;

    @Activate
    public SeenExports(@Reference Platform platform, @Reference Sights sights) {
        this.platform = platform;
        this.sights = sights;
    }

    List<ExportView> of(SecurityContext security) {
        Sight sight = sights.of(security);
        return platform.exchange().exports().stream().filter(export -> isSeen(export.name(), sight)).toList();
    }

    /** @throws jakarta.ws.rs.NotFoundException where there is none that is seen */
    void requireSeen(String export, SecurityContext security) {
        if (!isSeen(export, sights.of(security))) {
            throw Asked.notFound("there is no export '" + export + "'");
        }
    }

    private boolean isSeen(String export, Sight sight) {
        if (sight.seesAll()) {
            return true;
        }
        Optional<Set<PointId>> points = platform.exchange().points(export);
        return points.isPresent() && points.get().stream().allMatch(sight::sees);
    }

    /** The request for what is seen of it; as it is for those who see everything. */
    ExportRequest seen(ExportRequest request, SecurityContext security) {
        Sight sight = sights.of(security);
        if (sight.seesAll()) {
            return request;
        }
        request.points().stream().filter(point -> !sight.sees(point)).sorted().findFirst().ifPresent(hidden -> {
            throw new InvalidRequestException("points", "the history has no samples of [" + hidden + "]");
        });
        Set<PointId> known = request.points().isEmpty() ? platform.history().points() : request.points();
        Set<PointId> seen = known.stream().filter(sight::sees).filter(point -> request.twin() == null || point.twin().equals(request.twin()))
                .collect(Collectors.toSet());
        if (seen.isEmpty()) {
            throw new InvalidRequestException("twin", "the history has no samples" + (request.twin() == null ? "" : " of twin " + request.twin()));
        }
        return new ExportRequest(seen, request.twin(), request.from(), request.to(), request.format(), request.interval(), request.originals());
    }
}
