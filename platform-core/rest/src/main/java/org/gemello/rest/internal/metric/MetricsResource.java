package org.gemello.rest.internal.metric;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.gemello.rest.internal.ApiFeature;
import org.gemello.rest.internal.Platform;
import org.gemello.rest.internal.event.EventStreams;
import org.gemello.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Figures for Prometheus and what reads its format. */
@Component(service = MetricsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/metrics")
public class MetricsResource {
    private final Platform platform;
    private final EventStreams streams;
    private final Sessions sessions;
    private final HttpMeter http;

    @Activate
    public MetricsResource(@Reference Platform platform, @Reference EventStreams streams, @Reference Sessions sessions,
                           @Reference HttpMeter http) {
        this.platform = platform;
        this.streams = streams;
        this.sessions = sessions;
        this.http = http;
    }

    @GET
    @Produces(Exposition.MEDIA_TYPE)
    public String getMetrics() {
        Exposition out = new Exposition();
        PlatformFigures.write(platform, out);
        out.gauge("gemello_event_streams", "Clients that listen to changes").sample(streams.open());
        out.gauge("gemello_event_stream_lag", "Items that the client farthest behind has not been told of").sample(streams.mostLag());
        out.gauge("gemello_sessions", "Open sessions").sample(sessions.sessions().size());
        http.write(out);
        JvmFigures.write(out);
        return out.toString();
    }
}
