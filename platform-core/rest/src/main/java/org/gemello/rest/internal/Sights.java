package org.gemello.rest.internal;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.PolicyStore;
import org.gemello.security.policy.SeenTwins;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Who;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What whoever sends a request may see. */
@Component(service = Sights.class)
public final class Sights {
    private static final int MOST = 1_000;
    private final PolicyStore policies;
    private final Map<Who, Sight> known = new ConcurrentHashMap<>();

    @Activate
    public Sights(@Reference PolicyStore policies) {
        this.policies = policies;
    }

    /** Follows the policies as they change, so that a stream may keep it as long as it lasts. */
    public Sight of(SecurityContext security) {
        if (known.size() >= MOST) {
            known.clear(); // each is made again when it is asked for
        }
        return known.computeIfAbsent(Requester.of(security).who(), who -> new Sight(policies::policies, who));
    }

    /** The twins that are seen, each with what is seen of it. */
    TwinRegistry twins(Platform platform, SecurityContext security) {
        Sight sight = of(security);
        return sight.seesAll() ? platform.twins() : new SeenTwins(platform.twins(), sight);
    }
}
