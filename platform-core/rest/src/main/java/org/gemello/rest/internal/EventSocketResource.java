package org.gemello.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.gemello.rest.internal.contract.EventSocketRequestJson;
import org.gemello.rest.internal.event.EventFilter;
import org.gemello.rest.internal.event.EventRequest;
import org.gemello.rest.internal.event.EventStreams;
import org.gemello.rest.internal.event.Sight;
import org.gemello.rest.internal.event.Standing;
import org.gemello.rest.internal.event.socket.EventSocket;
import org.gemello.rest.internal.event.socket.SocketOrigin;
import org.gemello.rest.internal.event.socket.SocketUpgrade;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.ApiKeys;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The stream of changes over a WebSocket. The handshake passes what every request passes: log in, limits, trace, figures. */
@Component(service = EventSocketResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/events/ws")
public class EventSocketResource {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final long UNBOUNDED = Long.MAX_VALUE;
    private final Platform platform;
    private final EventStreams streams;
    private final SocketUpgrade upgrade;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final UserStore users;

    @Activate
    public EventSocketResource(@Reference Platform platform, @Reference EventStreams streams, @Reference SocketUpgrade upgrade,
                               @Reference Sessions sessions, @Reference ApiKeys keys, @Reference UserStore users) {
        this.platform = platform;
        this.streams = streams;
        this.upgrade = upgrade;
        this.sessions = sessions;
        this.keys = keys;
        this.users = users;
    }

    @GET
    public Response openEventSocket(@Context HttpServletRequest request, @Context SecurityContext security) throws IOException {
        if (!SocketOrigin.isOwn(request)) {
            return Problems.response(Status.FORBIDDEN, "a page of another site opens this WebSocket");
        }
        Requester requester = Requester.of(security);
        EventSocket socket = new EventSocket(asked -> request(asked, requester), streams::start);
        if (upgrade.accept(request, socket.socket())) {
            return Response.status(SWITCHING_PROTOCOLS).build();
        }
        return Response.fromResponse(Problems.upgradeRequired("open a WebSocket here, version 13")).header("Upgrade", "websocket").build();
    }

    private EventRequest request(EventSocketRequestJson asked, Requester requester) {
        List<String> kinds = asked.getKinds() == null ? List.of() : asked.getKinds().stream().map(String::valueOf).toList();
        return new EventRequest(EventFilter.of(kinds, asked.getTwins(), asked.getPoints()), Sight.WHOLE,
                new Standing(requester, sessions, keys, users), EventRequest.from(platform.log(), asked.getSince(), "since"),
                asked.getMaxLag() == null ? UNBOUNDED : asked.getMaxLag());
    }
}
