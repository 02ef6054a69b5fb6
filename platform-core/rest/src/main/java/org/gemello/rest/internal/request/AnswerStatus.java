package org.gemello.rest.internal.request;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.gemello.rest.internal.contract.AnnotationJson;
import org.gemello.rest.internal.contract.CommandJson;
import org.gemello.rest.internal.contract.CorrectionJson;
import org.gemello.rest.internal.contract.JobJson;
import org.gemello.rest.internal.contract.NewApiKeyJson;
import org.gemello.rest.internal.contract.StagedPackJson;
import org.gemello.rest.internal.contract.UploadJson;

/** Says 202 and where to follow it for what goes on after the answer, and 201 for what has been made. */
public final class AnswerStatus implements ContainerResponseFilter {
    private static final Set<String> CHANGING = Set.of(HttpMethod.POST, HttpMethod.PUT);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!CHANGING.contains(request.getMethod())) {
            return;
        }
        Object answer = response.getEntity();
        if (answer instanceof CommandJson command) {
            accepted(request, response, "commands", command.getId());
        } else if (answer instanceof JobJson job) {
            accepted(request, response, "jobs", job.getId());
        } else if (answer instanceof CorrectionJson || answer instanceof AnnotationJson || answer instanceof UploadJson
                || answer instanceof StagedPackJson || answer instanceof NewApiKeyJson) {
            response.setStatusInfo(Status.CREATED);
        }
    }

    private static void accepted(ContainerRequestContext request, ContainerResponseContext response, String where, String id) {
        response.setStatusInfo(Status.ACCEPTED);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, request.getUriInfo().getBaseUriBuilder().path(where).path(id).build());
    }
}
