package org.gemello.rest.internal;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.demo.DemoPlant;
import org.gemello.api.demo.DemoPlants;
import org.gemello.rest.internal.contract.DemoApi;
import org.gemello.rest.internal.contract.DemoPlantJson;
import org.gemello.rest.internal.contract.DemoPlantRequestJson;
import org.gemello.rest.internal.mapping.DemoMapping;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The plants to try the platform with. */
@Component(service = DemoPlantsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class DemoPlantsResource implements DemoApi {
    private final Platform platform;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public DemoPlantsResource(@Reference Platform platform, @Reference Permits permits) {
        this.platform = platform;
        this.permits = permits;
    }

    @Override
    public List<DemoPlantJson> listDemoPlants(Integer limit, String cursor) {
        permits.holds(Role.VIEWER, security, "demo.list", "demo plants");
        return Page.following(platform.demoPlants().plants(), DemoPlant::id, cursor, limit).map(DemoMapping::of);
    }

    @Override
    public DemoPlantJson runDemoPlant(String plant, DemoPlantRequestJson asked) {
        DemoPlants plants = platform.demoPlants();
        if (plants.plants().stream().map(DemoPlant::id).noneMatch(plant::equals)) {
            throw new NotFoundException(Problems.response(Status.NOT_FOUND, "there is no demo plant '" + plant + "'"));
        }
        permits.require(Role.ENGINEER, security, asked.getRunning() ? "demo.start" : "demo.stop", plant, "");
        try {
            return DemoMapping.of(asked.getRunning() ? plants.start(plant) : plants.stop(plant));
        } catch (IOException e) {
            throw new ServiceUnavailableException(Problems.response(Status.SERVICE_UNAVAILABLE, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException(Problems.response(Status.SERVICE_UNAVAILABLE, "the platform is stopping"), e);
        }
    }
}
