package org.gemello.rest.internal;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.Pushable.Receipt;
import org.gemello.api.connection.Pushable;
import org.gemello.rest.internal.contract.PushReceiptJson;
import org.gemello.rest.internal.mapping.SourceMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.MaxBytes;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Samples that are pushed. */
@Component(service = SamplesResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/connections/{connection}/samples")
public class SamplesResource {
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public SamplesResource(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    private static final int LARGEST = 4 << 20;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
    @Produces({MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE})
    public PushReceiptJson pushSamples(@PathParam("connection") @Pattern(regexp = "^[a-z0-9][a-z0-9._-]{0,63}$") String name,
                                       @QueryParam("late") @DefaultValue("false") @Pattern(regexp = "true|false") String late,
                                       @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType, @MaxBytes(LARGEST) byte[] body) {
        checkMayWrite(name);
        Connection connection = platform.connections().connection(name)
                .orElseThrow(() -> Asked.notFound("there is no running connection '" + name + "'"));
        if (!(connection instanceof Pushable pushable)) {
            throw Asked.conflict("connection '" + name + "' of kind " + connection.view().kind() + " takes no samples; it must be of kind push");
        }
        Requester requester = Requester.of(security);
        Receipt receipt = Asked.of("body", () -> Asked.wait(pushable.push(body, mediaType, Boolean.parseBoolean(late), requester.trace())));
        if (receipt.stored() == 0 && !receipt.refused().isEmpty()) {
            throw new ClientErrorException(Problems.unprocessable(String.join("; ", receipt.refused())));
        }
        return SourceMapping.of(receipt);
    }

    /** Whoever may not write everywhere must be let write every point that the connection is bound to. */
    private void checkMayWrite(String connection) {
        Sight sight = sights.of(security);
        if (!sight.mayWithAll(Action.WRITE)) {
            Set<PointId> points = BoundPoints.of(platform.siteIfPresent(), connection);
            if (points.isEmpty() || !points.stream().allMatch(point -> sight.may(Action.WRITE, Target.of(point)).allowed())) {
                permits.requireAll(Action.WRITE, security, "samples.push", connection);
            }
        }
    }
}
