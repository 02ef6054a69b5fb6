package org.gemello.rest.internal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.gemello.api.Caller;
import org.gemello.api.TraceId;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Challenge;
import org.gemello.rest.internal.request.SessionCookie;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.OpenIdConnect.Attempt;
import org.gemello.security.OpenIdConnect.Begun;
import org.gemello.security.OpenIdRefusedException;
import org.gemello.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Logs people in who are known to an OpenID provider. Between its two requests the browser keeps the attempt, and the platform nothing. */
@Component(service = OpenIdResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/session/oidc")
@Produces(Problems.MEDIA_TYPE)
public class OpenIdResource {
    private static final int LONGEST = 4096;
    private static final int PARTS = 3;
    private final OpenIdConnect openId;
    private final Sessions sessions;
    private final Audit audit;
    @Context
    private SecurityContext security;
    @Context
    private UriInfo uri;
    @Context
    private HttpHeaders headers;

    @Activate
    public OpenIdResource(@Reference OpenIdConnect openId, @Reference Sessions sessions, @Reference Audit audit) {
        this.openId = openId;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GET
    public Response begin() {
        try {
            Begun begun = openId.begin(callback());
            Attempt attempt = begun.attempt();
            String value = String.join(".", attempt.state(), attempt.nonce(), attempt.verifier());
            return Response.seeOther(begun.provider()).cookie(SessionCookie.ATTEMPT.of(value, uri, security, headers)).build();
        } catch (OpenIdRefusedException e) {
            throw new NotAuthorizedException(Challenge.forSession(e.getMessage()));
        }
    }

    @GET
    @Path("/callback")
    public Response end(@QueryParam("state") @Size(max = LONGEST) String state, @QueryParam("code") @Size(max = LONGEST) String code,
                        @QueryParam("error") @Size(max = LONGEST) String error) {
        String[] kept = SessionCookie.ATTEMPT.value(uri, security, headers).orElse("").split("[.]");
        try {
            if (state == null || code == null || kept.length != PARTS) {
                throw new OpenIdRefusedException(error != null ? "the provider has not let this user in"
                        : "this browser has not begun a login, or took longer than ten minutes");
            }
            Caller caller = openId.finish(new Attempt(kept[0], kept[1], kept[2]), callback(), state, code);
            audit.note(new AuditEvent(caller.name(), "session.open", caller.name(), Outcome.ALLOWED, "by OpenID Connect", TraceId.NONE));
            return Response.seeOther(uri.getBaseUri().resolve("/")).cookie(SessionCookie.SESSION.of(sessions.open(caller), uri, security, headers),
                    SessionCookie.ATTEMPT.none(uri, security, headers)).build();
        } catch (OpenIdRefusedException e) {
            throw new NotAuthorizedException(Challenge.forSession(e.getMessage()));
        }
    }

    private URI callback() {
        return uri.getBaseUriBuilder().path("session/oidc/callback").build();
    }
}
