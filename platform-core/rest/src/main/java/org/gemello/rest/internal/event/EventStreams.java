package org.gemello.rest.internal.event;

import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.gemello.api.log.Tail;
import org.gemello.rest.internal.mapping.EventMapping;
import org.gemello.rest.internal.problem.Problems;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The clients that listen at this moment: a bounded number, each with a thread and a tail of the log. */
@Component(service = EventStreams.class)
public final class EventStreams implements AutoCloseable {
    static final int MOST = 64;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private final Duration heartbeat;
    private final Semaphore places = new Semaphore(MOST);
    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();
    private final AtomicLong started = new AtomicLong();

    @Activate
    public EventStreams() {
        this(HEARTBEAT);
    }

    public EventStreams(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /**
     * @param standing whether the client may still listen; asked at every record and every heartbeat
     * @throws ServiceUnavailableException where there are too many clients; the tail is closed then
     */
    public void start(Tail tail, long from, EventMapping mapping, EventSink sink, BooleanSupplier standing) {
        if (!places.tryAcquire()) {
            tail.close();
            throw new ServiceUnavailableException(Problems.response(Status.SERVICE_UNAVAILABLE,
                    MOST + " clients listen already; try again when one has gone"));
        }
        tails.add(tail);
        EventStream stream = new EventStream(tail, from, mapping, sink, standing, heartbeat);
        Thread thread = new Thread(() -> {
            try {
                stream.run();
            } finally {
                tails.remove(tail);
                places.release();
            }
        }, "gemello-events-" + started.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
    }

    /** Number of clients that listen. */
    public int open() {
        return tails.size();
    }

    @Override
    @Deactivate
    public void close() {
        tails.forEach(Tail::close);
    }
}
