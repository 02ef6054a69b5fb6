package org.gemello.rest.internal;

import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Predicate;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.rest.internal.contract.HealthApi;
import org.gemello.rest.internal.contract.HealthJson;
import org.gemello.rest.internal.mapping.HealthMapping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Whether the platform is alive and ready. */
@Component(service = HealthResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class HealthResource implements HealthApi {
    private final Platform platform;

    @Activate
    public HealthResource(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    public HealthJson getLive() {
        return answer(Health::live);
    }

    @Override
    public HealthJson getReady() {
        return answer(part -> part.ready() && part.live());
    }

    private HealthJson answer(Predicate<Health> isWell) {
        HealthJson health = HealthMapping.of(platform.health(), isWell);
        if (health.getStatus() == HealthJson.StatusEnum.DOWN) {
            throw new ServiceUnavailableException(
                    Response.status(Response.Status.SERVICE_UNAVAILABLE).type(MediaType.APPLICATION_JSON).entity(health).build());
        }
        return health;
    }
}
