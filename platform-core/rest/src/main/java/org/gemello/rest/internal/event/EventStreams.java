package org.gemello.rest.internal.event;

import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.log.SampleLog;
import org.gemello.rest.internal.Platform;
import org.gemello.rest.internal.problem.Problems;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The clients that listen at this moment: a bounded number, each with a thread and a tail of the log. */
@Component(service = EventStreams.class)
public final class EventStreams implements AutoCloseable {
    static final int MOST = 64;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private final Platform platform;
    private final PlatformStates states;
    private final Duration heartbeat;
    private final Semaphore places = new Semaphore(MOST);
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicLong started = new AtomicLong();

    @Activate
    public EventStreams(@Reference Platform platform) {
        this(platform, HEARTBEAT);
    }

    public EventStreams(Platform platform, Duration heartbeat) {
        this.platform = platform;
        this.states = new PlatformStates(platform);
        this.heartbeat = heartbeat;
    }

    /**
     * Begins to tell a client what it asks for.
     *
     * @return ends the stream
     * @throws ServiceUnavailableException where there are too many clients
     */
    public Runnable start(EventRequest request, EventSink sink) {
        SampleLog log = platform.log();
        if (!places.tryAcquire()) {
            throw new ServiceUnavailableException(Problems.response(Status.SERVICE_UNAVAILABLE,
                    MOST + " clients listen already; try again when one has gone"));
        }
        EventScope scope = new EventScope(request.filter(), request.sight());
        EventMapping mapping = new EventMapping(scope, id -> platform.commands().command(id).map(view -> view.command().twin()));
        EventStream stream = new EventStream(log, request, scope, mapping, new StateNews(states, request.filter()), sink, heartbeat);
        streams.add(stream);
        Thread thread = new Thread(() -> {
            try {
                stream.run();
            } finally {
                streams.remove(stream);
                places.release();
            }
        }, "gemello-events-" + started.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
        return stream::close;
    }

    /** Number of streams that are open. */
    public int open() {
        return streams.size();
    }

    /** Items that the stream that is farthest behind has not told yet; 0 where none is open. */
    public long mostLag() {
        return streams.stream().mapToLong(EventStream::lag).max().orElse(0);
    }

    @Override
    @Deactivate
    public void close() {
        streams.forEach(EventStream::close);
    }
}
