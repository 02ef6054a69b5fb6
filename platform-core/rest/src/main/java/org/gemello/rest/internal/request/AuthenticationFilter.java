package org.gemello.rest.internal.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.security.ApiKeys;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;

/**
 * Lets nobody in but known users; only the two health paths and the login are open. Works before a resource is looked for, so that an
 * unknown path tells a stranger nothing. Whatever is more than reading needs an operator, but for one's own
 * session and account.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AuthenticationFilter implements ContainerRequestFilter {
    private static final Set<String> OPEN = Set.of("health/live", "health/ready");
    private static final String SESSION = "session";
    private static final String ACCOUNT = "account/";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private final Identification identification;
    private final RateLimit limit;
    private final Audit audit;

    public AuthenticationFilter(UserStore users, Sessions sessions, ApiKeys keys, RateLimit limit, Audit audit) {
        this.identification = new Identification(users, sessions, keys);
        this.limit = limit;
        this.audit = audit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath(false).replaceFirst("^/", "");
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
        boolean isSession = path.equals(SESSION);
        boolean isOwn = isSession || path.startsWith(ACCOUNT);
        Optional<Identity> identity = identification.of(request);
        if (identity.isEmpty()) {
            request.abortWith(Challenge.to(request, isSession));
            return;
        }
        Caller caller = identity.get().caller();
        Role needed = reading || isOwn ? Role.VIEWER : Role.OPERATOR;
        int wait = limit.take(caller.name());
        if (wait > 0) {
            request.abortWith(tooMany(wait));
        } else if (!caller.may(needed)) {
            noteRefusal(request, caller, "needs role " + needed);
            request.abortWith(Problems.response(Status.FORBIDDEN, "this needs the role " + needed));
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
