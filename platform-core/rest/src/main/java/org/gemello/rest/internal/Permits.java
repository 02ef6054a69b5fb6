package org.gemello.rest.internal;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.PointId;
import org.gemello.api.Role;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.ApiKey;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Decision;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a request do something that needs more than to be logged in, and writes into the audit log that it may, or that it may not. */
@Component(service = Permits.class)
public final class Permits {
    private final Audit audit;
    private final Sights sights;

    @Activate
    public Permits(@Reference Audit audit, @Reference Sights sights) {
        this.audit = audit;
        this.sights = sights;
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
        requirePerson(requester, action, object);
        return requester;
    }

    /** @throws ForbiddenException where the caller is a key */
    void requirePerson(Requester requester, String action, String object) {
        if (requester.getName().startsWith(ApiKey.CALLER)) {
            noteRefusal(requester, action, object, "not with a key");
            throw new ForbiddenException(Problems.response(Status.FORBIDDEN, "this cannot be done with a key; log in"));
        }
    }

    /**
     * As {@link #require(Role, SecurityContext, String, String, String)}, for what policies speak of.
     *
     * @throws NotFoundException where the caller does not see the target
     */
    Requester require(Action action, Target target, SecurityContext security, String what, String object, String reason) {
        Requester requester = holds(action, target, security, what, object);
        audit.record(new AuditEvent(requester.getName(), what, object, Outcome.ALLOWED, reason, requester.trace()));
        return requester;
    }

    /** As {@link #require(Action, Target, SecurityContext, String, String, String)}, for what is audited where it is done. */
    Requester holds(Action action, Target target, SecurityContext security, String what, String object) {
        Requester requester = Requester.of(security);
        requireSeen(target, security);
        Decision decision = sights.of(security).may(action, target);
        if (!decision.allowed()) {
            throw refused(requester, what, object, decision.because());
        }
        return requester;
    }

    /** Which policy wants somebody else's approval before the caller's command is given; empty where none does. */
    Optional<String> approval(Target command, SecurityContext security) {
        Decision decision = sights.of(security).may(Action.COMMAND, command);
        return decision.approval() ? Optional.of(decision.because()) : Optional.empty();
    }

    /** @throws NotFoundException where the caller does not see it: it is then as if it were not there */
    void requireSeen(Target target, SecurityContext security) {
        Sight sight = sights.of(security);
        if (!sight.sees(target.twin())) {
            throw Asked.notFound("there is no twin '" + target.twin() + "'");
        } else if (target.point() != null && !sight.sees(new PointId(target.twin(), target.point()))) {
            throw Asked.notFound("there is no point '" + target + "'");
        }
    }

    /** For what cannot be told apart by twin: refuses those from whom a policy, or their key, keeps some. */
    void requireAll(Action action, SecurityContext security, String what, String object) {
        if (!sights.of(security).mayWithAll(action)) {
            throw refused(Requester.of(security), what, object, "this is not about single twins, and there are some that you may not "
                    + action.name().toLowerCase(Locale.ROOT));
        }
    }

    /** What is thrown once it is written that something was refused. */
    ForbiddenException refused(Requester requester, String what, String object, String because) {
        audit.record(new AuditEvent(requester.getName(), what, object, Outcome.REFUSED, because, requester.trace()));
        return new ForbiddenException(Problems.response(Status.FORBIDDEN, because));
    }

    /** The caller with the role that an action needs, for services that know roles alone; only once the action is allowed. */
    static Caller acting(Requester requester, Action action) {
        Set<Role> roles = new HashSet<>(requester.caller().roles());
        roles.add(action.role());
        return new Caller(requester.getName(), roles);
    }

    /** Writes that a service refused what the role alone would have allowed. */
    void noteRefusal(Requester requester, String action, String object, String reason) {
        audit.note(new AuditEvent(requester.getName(), action, object, Outcome.REFUSED, reason, requester.trace()));
    }
}
