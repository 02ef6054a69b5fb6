package org.gemello.rest.internal.request;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.security.ApiKeys;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;

/**
 * Lets nobody in but known users; only the two health paths and the login are open. Works before a resource is looked for, so that an
 * unknown path tells a stranger nothing. What a known user may ask for says {@link Gate}.
 */
public final class AuthenticationFilter implements ContainerRequestFilter {
    private static final Set<String> OPEN = Set.of("health/live", "health/ready", "session/oidc", "session/oidc/callback");
    private static final String SESSION = "session";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private final Identification identification;
    private final OpenIdConnect openId;
    private final RateLimit limit;
    private final Audit audit;

    public AuthenticationFilter(UserStore users, Sessions sessions, ApiKeys keys, OpenIdConnect openId, Origin origin, RateLimit limit,
                                Audit audit) {
        this.identification = new Identification(users, sessions, keys, openId, origin);
        this.openId = openId;
        this.limit = limit;
        this.audit = audit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String whole = request.getUriInfo().getPath(false);
        String path = whole.startsWith("/") ? whole.substring(1) : whole;
        boolean reading = READING.contains(request.getMethod());
        if (!reading && Forgery.isFromOtherSite(request)) {
            request.abortWith(Problems.response(Status.FORBIDDEN, "another site had this sent"));
        } else if (!isOpen(path, request.getMethod())) {
            identify(request, path, reading);
        }
    }

    private static boolean isOpen(String path, String method) {
        return READING.contains(method) ? OPEN.contains(path) : path.equals(SESSION) && method.equals(HttpMethod.POST);
    }

    private void identify(ContainerRequestContext request, String path, boolean reading) {
        Optional<Identity> identity = identification.of(request);
        if (identity.isEmpty()) {
            request.abortWith(path.equals(SESSION) ? Challenge.forLogin(openId.title()) : Challenge.to(request));
            return;
        }
        Caller caller = identity.get().caller();
        int wait = limit.take(caller.name());
        Optional<String> refusal = Gate.refusal(caller, reading, path);
        if (wait > 0) {
            request.abortWith(tooMany(wait));
        } else if (refusal.isPresent()) {
            noteRefusal(request, caller, refusal.get());
            request.abortWith(Problems.response(Status.FORBIDDEN, refusal.get()));
        } else if (!reading && identity.get().session().filter(session -> Forgery.lacksToken(request, session)).isPresent()) {
            noteRefusal(request, caller, "without the session's " + Forgery.HEADER);
            request.abortWith(Problems.response(Status.FORBIDDEN, "send 'csrf' of the session in the header " + Forgery.HEADER));
        } else {
            Requester requester = new Requester(identity.get(), TraceFilter.trace(request));
            request.setSecurityContext(requester.context(request.getSecurityContext().isSecure()));
        }
    }

    private static Response tooMany(int wait) {
        Response problem = Problems.response(Status.TOO_MANY_REQUESTS, "this user sends more requests than allowed");
        return Response.fromResponse(problem).header(HttpHeaders.RETRY_AFTER, wait).build();
    }

    private void noteRefusal(ContainerRequestContext request, Caller caller, String reason) {
        audit.note(new AuditEvent(caller.name(), request.getMethod(), request.getUriInfo().getPath(), Outcome.REFUSED, reason,
                TraceFilter.trace(request)));
    }
}
