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
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditUnavailableException;
import org.gemello.security.UserStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody in but known users; only the two health paths are open. Works before a resource is looked for, so that an
 * unknown path tells a stranger nothing. Whatever is more than reading needs an operator.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AuthenticationFilter implements ContainerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationFilter.class);
    private static final Set<String> OPEN = Set.of("health/live", "health/ready");
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private final UserStore users;
    private final Audit audit;

    public AuthenticationFilter(UserStore users, Audit audit) {
        this.users = users;
        this.audit = audit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath(false).replaceFirst("^/", "");
        boolean reading = READING.contains(request.getMethod());
        if (reading && OPEN.contains(path)) {
            return;
        }
        Optional<Caller> caller = BasicCredentials.parse(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(given -> users.authenticate(given.name(), given.password()));
        Role needed = reading ? Role.VIEWER : Role.OPERATOR;
        if (caller.isEmpty()) {
            request.abortWith(unauthorized());
        } else if (!caller.get().may(needed)) {
            auditRefusal(request, caller.get(), needed);
            request.abortWith(Problems.response(Status.FORBIDDEN, "this needs the role " + needed));
        } else {
            Requester requester = new Requester(caller.get(), TraceFilter.trace(request));
            request.setSecurityContext(requester.context(request.getSecurityContext().isSecure()));
        }
    }

    private static Response unauthorized() {
        Response problem = Problems.response(Status.UNAUTHORIZED, "send user name and password with HTTP Basic");
        return Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Gemello\", charset=\"UTF-8\"").build();
    }

    private void auditRefusal(ContainerRequestContext request, Caller caller, Role needed) {
        try {
            audit.record(new AuditEvent(caller.name(), request.getMethod(), request.getUriInfo().getPath(), Outcome.REFUSED,
                    "needs role " + needed, TraceFilter.trace(request)));
        } catch (AuditUnavailableException e) {
            LOG.error("A refused request could not be audited", e);
        }
    }
}
