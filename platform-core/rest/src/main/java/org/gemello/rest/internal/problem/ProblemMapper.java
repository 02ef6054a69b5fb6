package org.gemello.rest.internal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.rest.internal.contract.ProblemJson;
import org.gemello.rest.internal.contract.ViolationJson;
import org.gemello.security.AuditUnavailableException;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every exception its problem document. What is nobody's fault but ours is logged and told without its inside. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof InvalidRequestException invalid) {
            return invalid(List.of(Violations.of(invalid.field(), invalid.getMessage())));
        } else if (thrown instanceof ConstraintViolationException violated) {
            return invalid(Violations.of(violated));
        } else if (thrown instanceof JsonProcessingException json) {
            return invalid(List.of(Violations.of(json)));
        } else if (thrown instanceof ParamException parameter) {
            return invalid(List.of(Violations.of(parameter)));
        } else if (thrown instanceof WebApplicationException web) {
            return web.getResponse().hasEntity() ? web.getResponse() : bare(web);
        } else if (thrown instanceof AuditUnavailableException || thrown instanceof LogUnavailableException) {
            LOG.error("A request was refused because it could not be recorded", thrown);
            return Problems.response(Status.SERVICE_UNAVAILABLE,
                    "nothing was done, because it could not be recorded: " + thrown.getMessage());
        }
        LOG.error("A request failed", thrown);
        return Problems.response(Status.INTERNAL_SERVER_ERROR, "the platform's log has the cause, see traceId");
    }

    private static Response invalid(List<ViolationJson> violations) {
        ViolationJson first = violations.get(0);
        return Problems.response(new ProblemJson().type(Problems.INVALID_REQUEST).title("Invalid request").status(400)
                .detail(first.getField() + ": " + first.getMessage()).violations(violations));
    }

    /** The framework's own refusals, such as 404 and 405; what they say of its inside is left out, {@code Allow} is kept. */
    private static Response bare(WebApplicationException web) {
        Response plain = web.getResponse();
        Response problem = Problems.response(plain.getStatusInfo(), null);
        String allow = plain.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? problem : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
    }
}
