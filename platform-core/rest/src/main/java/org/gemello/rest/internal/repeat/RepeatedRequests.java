package org.gemello.rest.internal.repeat;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.PolicyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a request with an {@code Idempotency-Key} out once, however often it is sent: who got no answer sends it again and gets the first
 * one (draft-ietf-httpapi-idempotency-key-header). {@link AnswerKeeper} is its other half.
 */
@Priority(Priorities.AUTHORIZATION)
public final class RepeatedRequests implements ContainerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedRequests.class);
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private final KeptAnswers answers;
    private final PolicyStore policies;

    public RepeatedRequests(KeptAnswers answers, PolicyStore policies) {
        this.answers = answers;
        this.policies = policies;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String key = request.getHeaderString(HEADER);
        if (key == null || SAFE.contains(request.getMethod()) || !(request.getSecurityContext().getUserPrincipal() instanceof Requester requester)) {
            return;
        }
        if (!FORM.matcher(key).matches()) {
            throw new InvalidRequestException(HEADER, "has 1 to 128 visible ASCII characters, such as a UUID");
        }
        Fingerprint fingerprint = Fingerprint.of(request);
        String rights = Rights.of(requester.who(), policies);
        Optional<KeptAnswer> known;
        try {
            known = answers.begin(requester.getName(), key);
        } catch (IOException e) {
            LOG.error("A request with an Idempotency-Key is refused, for it cannot be written that it begins", e);
            request.abortWith(Problems.response(Status.SERVICE_UNAVAILABLE, "nothing was done, because it could not be recorded: " + e.getMessage()));
            return;
        }
        if (known.isEmpty()) {
            request.setProperty(AnswerKeeper.BEGUN, new AnswerKeeper.Begun(requester.getName(), key, fingerprint, rights));
        } else {
            request.abortWith(again(known.get(), fingerprint, rights));
        }
    }

    private static Response again(KeptAnswer answer, Fingerprint fingerprint, String rights) {
        if (answer.underWay()) {
            return Problems.repeated(409, "a request with this key is under way, or the platform ended before it did; see what became of it");
        } else if (answer.body() == null) {
            return Problems.repeated(409, "this was done before, with status " + answer.status()
                    + "; its answer is not kept, for it held a secret or was too large");
        } else if (!rights.equals(answer.rights())) {
            return Problems.repeated(409, "this was done before, with status " + answer.status()
                    + "; its answer is not repeated, for your rights have changed since");
        } else if (!answer.request().equals(fingerprint.whole())) {
            return Problems.repeated(422, "this key was sent with another request; a new request needs a new key");
        }
        return Response.status(answer.status()).entity(answer.type() == null ? null : answer.body()).type(answer.type()).header(HttpHeaders.LOCATION, answer.location())
                .header(HttpHeaders.ETAG, answer.tag()).header("Idempotent-Replayed", "true").build();
    }
}
