package org.gemello.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.gemello.rest.internal.contract.EventSocketRequestJson;
import org.gemello.rest.internal.event.EventFilter;
import org.gemello.rest.internal.event.EventRequest;
import org.gemello.rest.internal.event.EventStreams;
import org.gemello.rest.internal.event.ResponseSink;
import org.gemello.rest.internal.event.Standing;
import org.gemello.rest.internal.event.socket.EventSocket;
import org.gemello.rest.internal.event.socket.SocketOrigin;
import org.gemello.rest.internal.event.socket.SocketUpgrade;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.ApiKeys;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.gemello.security.policy.Sight;
import org.glassfish.jersey.server.ChunkedOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The stream of changes, as server-sent events and over a WebSocket. */
@Component(service = EventsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/events")
public class EventsResource {
    private static final int SWITCHING_PROTOCOLS = 101;
    private final Platform platform;
    private final EventStreams streams;
    private final SocketUpgrade upgrade;
    private final Sights sights;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final UserStore users;
    @Context
    private SecurityContext security;

    @Activate
    public EventsResource(@Reference Platform platform, @Reference EventStreams streams, @Reference SocketUpgrade upgrade, @Reference Sights sights,
                          @Reference Sessions sessions, @Reference ApiKeys keys, @Reference UserStore users) {
        this.platform = platform;
        this.streams = streams;
        this.upgrade = upgrade;
        this.sights = sights;
        this.sessions = sessions;
        this.keys = keys;
        this.users = users;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public ChunkedOutput<byte[]> streamEvents(@HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Min(-1) Long lastEventId,
                                              @QueryParam("since") @Min(-1) Long since, @QueryParam("kind") List<String> kinds,
                                              @QueryParam("twin") List<String> twins, @QueryParam("point") List<String> points,
                                              @QueryParam("maxLag") @Min(1) Long maxLag) {
        EventFilter filter = EventFilter.of(kinds, twins, points);
        long from = lastEventId != null ? EventRequest.from(platform.log(), lastEventId, HttpHeaders.LAST_EVENT_ID_HEADER)
                : EventRequest.from(platform.log(), since, "since");
        ResponseSink sink = new ResponseSink();
        streams.start(new EventRequest(filter, sights.of(security), standing(Requester.of(security)), from, maxLag), sink);
        return sink.output();
    }

    /** The handshake passes what every request passes: log in, limits, trace, figures. */
    @GET
    @Path("ws")
    public Response openEventSocket(@Context HttpServletRequest request) throws IOException {
        if (!SocketOrigin.isOwn(request)) {
            return Problems.response(Status.FORBIDDEN, "a page of another site opens this WebSocket");
        }
        Requester requester = Requester.of(security);
        Sight sight = sights.of(security);
        EventSocket socket = new EventSocket(asked -> subscription(asked, sight, requester), streams::start);
        if (upgrade.accept(request, socket.socket())) {
            return Response.status(SWITCHING_PROTOCOLS).build();
        }
        return Response.fromResponse(Problems.upgradeRequired("open a WebSocket here, version 13")).header("Upgrade", "websocket").build();
    }

    private EventRequest subscription(EventSocketRequestJson asked, Sight sight, Requester requester) {
        List<String> kinds = asked.getKinds() == null ? List.of() : asked.getKinds().stream().map(String::valueOf).toList();
        return new EventRequest(EventFilter.of(kinds, asked.getTwins(), asked.getPoints()), sight, standing(requester),
                EventRequest.from(platform.log(), asked.getSince(), "since"), asked.getMaxLag());
    }

    private Standing standing(Requester requester) {
        return new Standing(requester, sessions, keys, users);
    }
}
