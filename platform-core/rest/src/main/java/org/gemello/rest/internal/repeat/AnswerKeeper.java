package org.gemello.rest.internal.repeat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status.Family;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Keeps the answer to a request that {@link RepeatedRequests} has let begin. Where nothing was done, as without the role or with a wrong body,
 * the key is free again.
 */
public final class AnswerKeeper implements ContainerResponseFilter {
    static final String BEGUN = "gemello.begun";
    private static final int LARGEST = 64 << 10;
    /** Refusals after which something may have been done, or which are part of the record. */
    private static final Set<Integer> KEPT_REFUSALS = Set.of(409, 412, 422, 500);
    /** Below these, requests and answers hold passwords and keys. */
    private static final List<String> SECRET = List.of("account/", "users/", "keys");
    private final KeptAnswers answers;

    /** A request that is carried out for the first time. */
    record Begun(String caller, String key, Fingerprint fingerprint, String rights) {
    }

    public AnswerKeeper(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(BEGUN) instanceof Begun begun)) {
            return;
        }
        boolean done = Family.familyOf(response.getStatus()) == Family.SUCCESSFUL || KEPT_REFUSALS.contains(response.getStatus());
        answers.end(begun.caller(), begun.key(), done ? answer(request, response, begun) : null);
    }

    private KeptAnswer answer(ContainerRequestContext request, ContainerResponseContext response, Begun begun) throws IOException {
        String path = request.getUriInfo().getPath().replaceFirst("^/", "");
        boolean secret = SECRET.stream().anyMatch(path::startsWith);
        byte[] body = response.getEntity() instanceof byte[] bytes ? bytes : new byte[0];
        return new KeptAnswer(answers.now(), secret ? "" : begun.fingerprint().whole(), begun.rights(), response.getStatus(), type(response),
                response.getHeaderString(HttpHeaders.LOCATION), response.getHeaderString(HttpHeaders.ETAG),
                secret || body.length > LARGEST ? null : body);
    }

    private static String type(ContainerResponseContext response) {
        if (!response.hasEntity()) {
            return null;
        }
        return response.getMediaType() == null ? MediaType.APPLICATION_JSON : response.getMediaType().toString();
    }
}
