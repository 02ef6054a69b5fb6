package org.gemello.rest.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.gemello.api.Caller;
import org.gemello.rest.internal.contract.LoginJson;
import org.gemello.rest.internal.contract.SessionJson;
import org.gemello.rest.internal.mapping.UserMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Challenge;
import org.gemello.rest.internal.request.Origin;
import org.gemello.rest.internal.request.Requester;
import org.gemello.rest.internal.request.SessionCookie;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.Login;
import org.gemello.security.Session;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Logs people in and out. Written by hand, because cookies are no part of what is generated. */
@Component(service = SessionResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/session")
@Produces({MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE})
public class SessionResource extends LoginResource {
    private final UserStore users;

    @Activate
    public SessionResource(@Reference UserStore users, @Reference Sessions sessions, @Reference Audit audit) {
        super(sessions, audit);
        this.users = users;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response logIn(@Valid @NotNull LoginJson login) {
        Login result = users.logIn(login.getUser(), login.getPassword().toCharArray(), login.getCode(), Origin.address(servlet));
        if (result.needsCode()) {
            throw new NotAuthorizedException(Challenge.forCode());
        }
        Caller caller = result.caller().orElseThrow(() -> refused("user, password or code is wrong, or the name has to wait after repeated failures"));
        NewCookie cookie = open(caller, "from " + Origin.address(servlet));
        return Response.status(Status.CREATED).entity(json(sessions.find(cookie.getValue()).orElseThrow())).cookie(cookie).build();
    }

    @GET
    public SessionJson getSession() {
        return json(session());
    }

    @DELETE
    public Response logOut() {
        Requester requester = Requester.of(security);
        sessions.end(session());
        audit.note(new AuditEvent(requester.getName(), "session.end", requester.getName(), Outcome.ALLOWED, "", requester.trace()));
        return Response.noContent().cookie(SessionCookie.SESSION.none(uri, security)).build();
    }

    private Session session() {
        return Requester.of(security).session().orElseThrow(() -> Asked.notFound("this request came without a session"));
    }

    private static SessionJson json(Session session) {
        return new SessionJson().user(session.caller().name()).csrf(session.csrf()).until(session.until())
                .roles(UserMapping.of(session.caller().roles()));
    }
}
