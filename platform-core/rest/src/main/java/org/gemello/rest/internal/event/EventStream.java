package org.gemello.rest.internal.event;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.rest.internal.contract.LostEventJson;
import org.gemello.rest.internal.contract.LostEventJson.ReasonEnum;
import org.gemello.rest.internal.event.EventMapping.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log for one client, in its own thread: a slow one holds up nobody else. What waits for it stays in the log on disk; one that
 * wants to be near the present is brought there when it falls behind, and told what it has missed. The id of an event is the last offset
 * that the stream has passed, so a client that comes back with it goes on at the next record. In quiet times the id is sent
 * without an event: the client need not read the same quiet stretch again, and one that has gone away is noticed.
 */
final class EventStream implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private final SampleLog log;
    private final EventRequest request;
    private final EventScope scope;
    private final EventMapping mapping;
    private final StateNews news;
    private final EventSink sink;
    private final Duration heartbeat;
    private final Duration wait;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Tail tail;
    private volatile long next;
    private long lastWrite;
    private long lastLook = System.nanoTime() - LONGEST_WAIT.toNanos();

    EventStream(SampleLog log, EventRequest request, EventScope scope, EventMapping mapping, StateNews news, EventSink sink, Duration heartbeat) {
        this.log = log;
        this.request = request;
        this.scope = scope;
        this.mapping = mapping;
        this.news = news;
        this.sink = sink;
        this.heartbeat = heartbeat;
        this.wait = heartbeat.compareTo(LONGEST_WAIT) < 0 ? heartbeat : LONGEST_WAIT;
        this.next = request.from();
        this.tail = log.tail(next);
    }

    @Override
    public void run() {
        try (sink) {
            sink.begin(next - 1);
            wrote();
            while (!tail.isClosed()) {
                Optional<LogRecord> record = tail.poll(wait);
                if (!request.standing().getAsBoolean()) {
                    sink.dismiss();
                    return;
                }
                if (record.isPresent()) {
                    tell(record.get());
                }
                long now = System.nanoTime();
                if (now - lastLook >= wait.toNanos()) {
                    lastLook = now;
                    scope.forget();
                    tellNews();
                }
                if (now - lastWrite >= heartbeat.toNanos()) {
                    sink.position(next - 1);
                    wrote();
                }
            }
        } catch (IOException e) {
            LOG.debug("A client of the event stream is gone: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("An event stream ended at offset {}; its client will come back", next, e);
        } finally {
            close();
        }
    }

    private void tell(LogRecord record) throws IOException {
        if (log.end() - record.next() > request.mostLag()) {
            skip();
            return;
        }
        if (record.offset() > next) {
            lost(record.offset(), ReasonEnum.RETENTION);
        }
        Optional<Event> event = mapping.event(record, next);
        next = Math.max(next, record.next());
        if (event.isPresent()) {
            write(event.get());
        }
    }

    /** Goes to the end of the log, and says so. */
    private void skip() throws IOException {
        long end = log.status().durable();
        tail.close();
        tail = log.tail(end);
        if (closed.get()) {
            tail.close();
        }
        lost(end, ReasonEnum.SLOW);
    }

    private void lost(long to, ReasonEnum reason) throws IOException {
        LostEventJson lost = new LostEventJson().from(next).to(to).reason(reason);
        next = to;
        write(new Event("lost", lost));
    }

    private void tellNews() throws IOException {
        for (Event event : news.next()) {
            write(event);
        }
    }

    private void write(Event event) throws IOException {
        sink.event(event.name(), event.data(), next - 1);
        wrote();
    }

    private void wrote() {
        lastWrite = System.nanoTime();
    }

    /** Items that the log has and the client has not been told of. */
    long lag() {
        return Math.max(0, log.end() - next);
    }

    /** Ends the stream; its thread ends soon after. */
    @Override
    public void close() {
        closed.set(true);
        tail.close();
    }
}
