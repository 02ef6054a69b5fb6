package org.gemello.rest.internal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.gemello.api.Caller;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Origin;
import org.gemello.rest.internal.request.SessionCookie;
import org.gemello.security.Audit;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.OpenIdConnect.Attempt;
import org.gemello.security.OpenIdConnect.Begun;
import org.gemello.security.OpenIdRefusedException;
import org.gemello.security.OpenIdRefusedException.Reason;
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
public class OpenIdResource extends LoginResource {
    private static final int LONGEST = 4096;
    private static final int PARTS = 3;
    private final OpenIdConnect openId;

    @Activate
    public OpenIdResource(@Reference OpenIdConnect openId, @Reference Sessions sessions, @Reference Audit audit) {
        super(sessions, audit);
        this.openId = openId;
    }

    @GET
    public Response begin() {
        try {
            Begun begun = openId.begin(callback());
            Attempt attempt = begun.attempt();
            String value = String.join(".", attempt.state(), attempt.nonce(), attempt.verifier());
            return Response.seeOther(begun.provider()).cookie(SessionCookie.ATTEMPT.of(value, uri, security)).build();
        } catch (OpenIdRefusedException e) {
            return refused(e);
        }
    }

    @GET
    @Path("/callback")
    public Response end(@QueryParam("state") @Size(max = LONGEST) String state, @QueryParam("code") @Size(max = LONGEST) String code,
                        @QueryParam("error") @Size(max = LONGEST) String error) {
        String[] kept = SessionCookie.ATTEMPT.value(uri, security, headers).orElse("").split("[.]");
        try {
            if (error != null) {
                throw new OpenIdRefusedException(Reason.REFUSED, "the provider has not let this user in");
            } else if (state == null || code == null || kept.length != PARTS) {
                throw new OpenIdRefusedException(Reason.EXPIRED, "this browser has not begun a login, or took longer than ten minutes");
            }
            Caller caller = openId.finish(new Attempt(kept[0], kept[1], kept[2]), callback(), state, code);
            NewCookie session = open(caller, "by OpenID Connect, from " + Origin.address(servlet));
            return Response.seeOther(console()).cookie(session, SessionCookie.ATTEMPT.none(uri, security)).build();
        } catch (OpenIdRefusedException e) {
            return refused(e);
        }
    }

    /** A person goes back to the log-in page, which says why in the language that it is in; a program gets the problem. */
    private Response refused(OpenIdRefusedException refused) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.TEXT_HTML_TYPE::equals)) {
            throw refused(refused.getMessage());
        }
        return Response.seeOther(console().resolve("#/?login=" + refused.reason().name().toLowerCase(Locale.ROOT)))
                .cookie(SessionCookie.ATTEMPT.none(uri, security)).build();
    }

    private URI console() {
        return uri.getBaseUri().resolve("/");
    }

    private URI callback() {
        return uri.getBaseUriBuilder().path("session/oidc/callback").build();
    }
}
