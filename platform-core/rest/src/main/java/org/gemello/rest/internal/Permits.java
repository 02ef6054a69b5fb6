package org.gemello.rest.internal;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.gemello.api.Role;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.ApiKey;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a request do something that needs more than to be logged in, and writes into the audit log that it may, or that it may not. */
@Component(service = Permits.class)
public final class Permits {
    private final Audit audit;

    @Activate
    public Permits(@Reference Audit audit) {
        this.audit = audit;
    }

    /**
     * @param action what is to be done, such as {@code certificate.approve}
     * @param object to what
     * @param reason with which values; never a secret
     * @throws ForbiddenException                              where the user lacks the role
     * @throws org.gemello.security.AuditUnavailableException where it cannot be audited: it must then not be done
     */
    Requester require(Role role, SecurityContext security, String action, String object, String reason) {
        Requester requester = holds(role, security, action, object);
        audit.record(new AuditEvent(requester.getName(), action, object, Outcome.ALLOWED, reason, requester.trace()));
        return requester;
    }

    /** As {@link #require}, for what only reads, or what is audited where it is done: only a refusal is written here. */
    Requester holds(Role role, SecurityContext security, String action, String object) {
        Requester requester = Requester.of(security);
        if (!requester.caller().may(role)) {
            audit.record(new AuditEvent(requester.getName(), action, object, Outcome.REFUSED, "needs role " + role, requester.trace()));
            throw new ForbiddenException(Problems.response(Status.FORBIDDEN, "this needs the role " + role));
        }
        return requester;
    }

    /** As {@link #holds}, for what no key may do: a key that has leaked must not make itself a user or another key. */
    Requester person(Role role, SecurityContext security, String action, String object) {
        Requester requester = holds(role, security, action, object);
        if (requester.getName().startsWith(ApiKey.CALLER)) {
            noteRefusal(requester, action, object, "not with a key");
            throw new ForbiddenException(Problems.response(Status.FORBIDDEN, "this cannot be done with a key; log in"));
        }
        return requester;
    }

    /** Writes that a service refused what the role alone would have allowed. */
    void noteRefusal(Requester requester, String action, String object, String reason) {
        audit.note(new AuditEvent(requester.getName(), action, object, Outcome.REFUSED, reason, requester.trace()));
    }
}
