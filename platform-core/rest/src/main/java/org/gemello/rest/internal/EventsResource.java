package org.gemello.rest.internal;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.BooleanSupplier;
import org.gemello.api.TwinId;
import org.gemello.api.log.SampleLog;
import org.gemello.rest.internal.event.EventStreams;
import org.gemello.rest.internal.event.ResponseSink;
import org.gemello.rest.internal.mapping.EventMapping;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.Sessions;
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
    private final Platform platform;
    private final EventStreams streams;
    private final Sessions sessions;
    @Context
    private SecurityContext security;

    @Activate
    public EventsResource(@Reference Platform platform, @Reference EventStreams streams, @Reference Sessions sessions) {
        this.platform = platform;
        this.streams = streams;
        this.sessions = sessions;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public ChunkedOutput<byte[]> streamEvents(@HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Min(-1) Long lastEventId,
                                              @QueryParam("since") @Min(-1) Long since,
                                              @QueryParam("twin") @Pattern(regexp = "^[a-z0-9][a-z0-9._-]{0,63}$") String twin) {
        SampleLog log = platform.log();
        Long after = lastEventId != null ? lastEventId : since;
        // what is not yet on disk may get its offset again after a crash: no client is ever given such an id
        long end = log.status().durable();
        long from = after == null ? end : after + 1;
        if (from > end) {
            throw new InvalidRequestException(lastEventId != null ? HttpHeaders.LAST_EVENT_ID_HEADER : "since",
                    after + " is past the end of the log, which is " + end);
        }
        EventMapping mapping = new EventMapping(twin == null ? null : new TwinId(twin),
                id -> platform.commands().command(id).map(view -> view.command().twin()));
        ResponseSink sink = new ResponseSink();
        streams.start(log.tail(from), from, mapping, sink, standing(Requester.of(security)));
        return sink.output();
    }

    /** A stream must not outlive the session that it was opened with. */
    private BooleanSupplier standing(Requester requester) {
        return () -> requester.session().map(sessions::isOpen).orElse(true);
    }
}
