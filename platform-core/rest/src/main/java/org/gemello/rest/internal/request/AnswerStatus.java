package org.gemello.rest.internal.request;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.rest.internal.contract.AnnotationJson;
import org.gemello.rest.internal.contract.BindingDefinitionJson;
import org.gemello.rest.internal.contract.CommandJson;
import org.gemello.rest.internal.contract.CommandStateJson;
import org.gemello.rest.internal.contract.CorrectionJson;
import org.gemello.rest.internal.contract.JobJson;
import org.gemello.rest.internal.contract.NewApiKeyJson;
import org.gemello.rest.internal.contract.StagedPackJson;
import org.gemello.rest.internal.contract.TwinDefinitionJson;
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
        if (answer instanceof CommandJson command && command.getState() != CommandStateJson.REJECTED) {
            accepted(request, response, "commands", command.getId());
        } else if (answer instanceof JobJson job) {
            accepted(request, response, "jobs", job.getId());
        } else if (answer instanceof CorrectionJson || answer instanceof AnnotationJson || answer instanceof UploadJson
                || answer instanceof StagedPackJson || answer instanceof NewApiKeyJson) {
            response.setStatusInfo(Status.CREATED);
        } else if (answer instanceof TwinDefinitionJson twin) {
            made(request, response, "twins", twin.getId(), "definition");
        } else if (answer instanceof BindingDefinitionJson binding) {
            made(request, response, "connections", binding.getConnection(), "bindings", binding.getTwin());
        } else if (answer instanceof Map<?, ?> connection) {
            made(request, response, "connections", String.valueOf(connection.get("connection")), "definition");
        }
    }

    /** A definition that was posted, or put where nothing was, which the caller has then asked for. */
    private static void made(ContainerRequestContext request, ContainerResponseContext response, String... path) {
        if (request.getMethod().equals(HttpMethod.POST) || request.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null) {
            response.setStatusInfo(Status.CREATED);
            UriBuilder place = request.getUriInfo().getBaseUriBuilder();
            List.of(path).forEach(segment -> place.path("{segment}").resolveTemplate("segment", segment));
            response.getHeaders().putSingle(HttpHeaders.LOCATION, place.build());
        }
    }

    private static void accepted(ContainerRequestContext request, ContainerResponseContext response, String where, String id) {
        response.setStatusInfo(Status.ACCEPTED);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, request.getUriInfo().getBaseUriBuilder().path(where).path(id).build());
    }
}
