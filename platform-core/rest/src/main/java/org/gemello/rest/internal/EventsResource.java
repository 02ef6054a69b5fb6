package org.gemello.rest.internal;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.rest.internal.event.EventFilter;
import org.gemello.rest.internal.event.EventRequest;
import org.gemello.rest.internal.event.EventStreams;
import org.gemello.rest.internal.event.ResponseSink;
import org.gemello.rest.internal.event.Sight;
import org.gemello.rest.internal.event.Standing;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.ApiKeys;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.glassfish.jersey.server.ChunkedOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The stream of changes. */
@Component(service = EventsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/events")
public class EventsResource {
    private static final long UNBOUNDED = Long.MAX_VALUE;
    private final Platform platform;
    private final EventStreams streams;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final UserStore users;
    @Context
    private SecurityContext security;

    @Activate
    public EventsResource(@Reference Platform platform, @Reference EventStreams streams, @Reference Sessions sessions, @Reference ApiKeys keys,
                          @Reference UserStore users) {
        this.platform = platform;
        this.streams = streams;
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
        streams.start(new EventRequest(filter, Sight.WHOLE, new Standing(Requester.of(security), sessions, keys, users), from,
                maxLag == null ? UNBOUNDED : maxLag), sink);
        return sink.output();
    }
}
