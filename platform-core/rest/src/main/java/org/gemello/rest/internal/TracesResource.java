package org.gemello.rest.internal;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.api.TraceId;
import org.gemello.api.trace.TraceStep;
import org.gemello.rest.internal.contract.TraceJson;
import org.gemello.rest.internal.contract.TracesApi;
import org.gemello.rest.internal.mapping.TraceMapping;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.security.policy.Action;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** One way through the platform. */
@Component(service = TracesResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class TracesResource implements TracesApi {
    private final Platform platform;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public TracesResource(@Reference Platform platform, @Reference Permits permits) {
        this.platform = platform;
        this.permits = permits;
    }

    @Override
    public TraceJson getTrace(String traceId) {
        permits.requireAll(Action.READ, security, "trace.read", traceId);
        TraceId trace = TraceId.parse(traceId);
        List<TraceStep> steps = platform.traces().steps(trace);
        if (steps.isEmpty()) {
            throw new NotFoundException(Problems.response(Status.NOT_FOUND, "trace " + trace + " is unknown or forgotten"));
        }
        return TraceMapping.of(trace, steps);
    }
}
