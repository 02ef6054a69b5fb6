package org.gemello.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.gemello.api.Caller;
import org.gemello.api.TraceId;
import org.gemello.rest.internal.request.Challenge;
import org.gemello.rest.internal.request.SessionCookie;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.Sessions;

/** What the ways to log in have in common: where the browser is, the session that they open, and how they refuse. */
abstract class LoginResource {
    final Sessions sessions;
    final Audit audit;
    @Context
    SecurityContext security;
    @Context
    UriInfo uri;
    @Context
    HttpHeaders headers;
    @Context
    HttpServletRequest servlet;

    LoginResource(Sessions sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** @param how the caller was proven, for the audit log */
    final NewCookie open(Caller caller, String how) {
        audit.note(new AuditEvent(caller.name(), "session.open", caller.name(), Outcome.ALLOWED, how, TraceId.NONE));
        return SessionCookie.SESSION.of(sessions.open(caller), uri, security);
    }

    static NotAuthorizedException refused(String detail) {
        return new NotAuthorizedException(Challenge.forSession(detail));
    }
}
