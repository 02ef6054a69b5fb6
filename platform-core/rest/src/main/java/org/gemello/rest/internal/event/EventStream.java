package org.gemello.rest.internal.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.rest.internal.Json;
import org.gemello.rest.internal.contract.LostEventJson;
import org.gemello.rest.internal.mapping.EventMapping;
import org.gemello.rest.internal.mapping.EventMapping.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log for one client, in its own thread: a slow one holds up nobody else. The id of an event is the last offset
 * that the stream has passed, so a client that comes back with it goes on at the next record. In quiet times the id is sent
 * without an event: the client need not read the same quiet stretch again, and one that has gone away is noticed.
 */
final class EventStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final String RECONNECT_MILLIS = "2000";
    private final Tail tail;
    private final EventMapping mapping;
    private final EventSink sink;
    private final BooleanSupplier standing;
    private final Duration heartbeat;
    private long next;
    private long lastWrite;

    /**
     * @param tail     a reader that begins at {@code from}, or later where the log no longer keeps that
     * @param from     first offset that the client wants
     * @param standing false where the client may listen no longer
     */
    EventStream(Tail tail, long from, EventMapping mapping, EventSink sink, BooleanSupplier standing, Duration heartbeat) {
        this.tail = tail;
        this.next = from;
        this.mapping = mapping;
        this.sink = sink;
        this.standing = standing;
        this.heartbeat = heartbeat;
    }

    @Override
    public void run() {
        try (sink; tail) {
            write("retry: " + RECONNECT_MILLIS + "\nid: " + (next - 1) + "\n\n");
            while (!tail.isClosed()) {
                Optional<LogRecord> record = tail.poll(heartbeat);
                if (!standing.getAsBoolean()) {
                    return;
                }
                if (record.isPresent()) {
                    tell(record.get());
                }
                if (System.nanoTime() - lastWrite >= heartbeat.toNanos()) {
                    write(":\nid: " + (next - 1) + "\n\n");
                }
            }
        } catch (IOException e) {
            LOG.debug("A client of the event stream is gone: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("An event stream ended at offset {}; its client will come back", next, e);
        }
    }

    private void tell(LogRecord record) throws IOException {
        if (record.offset() > next) {
            write(format("lost", new LostEventJson().from(next).to(record.offset()), record.offset() - 1));
        }
        Optional<Event> event = mapping.event(record, next);
        next = Math.max(next, record.next());
        if (event.isPresent()) {
            write(format(event.get().name(), event.get().data(), next - 1));
        }
    }

    private void write(String text) throws IOException {
        sink.write(text.getBytes(StandardCharsets.UTF_8));
        lastWrite = System.nanoTime();
    }

    private static String format(String name, Object data, long id) throws JsonProcessingException {
        return "id: " + id + "\nevent: " + name + "\ndata: " + Json.mapper().writeValueAsString(data) + "\n\n";
    }
}
