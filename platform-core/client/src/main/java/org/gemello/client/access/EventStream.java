package org.gemello.client.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Server-sent events (WHATWG HTML, 9.2), read on the thread of the caller. A lost connection is taken up again after the last event
 * that was handed out, so that none is missed for as long as the platform's log has them.
 */
public final class EventStream implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final long LONGEST_PAUSE_MILLIS = 5000;
    private final HttpClient http;
    private final URI address;
    private final Consumer<HttpRequest.Builder> authorize;
    private String last;
    private volatile boolean closed;
    private volatile BufferedReader open;

    EventStream(HttpClient http, URI address, Consumer<HttpRequest.Builder> authorize, String after) {
        this.http = http;
        this.address = address;
        this.authorize = authorize;
        this.last = after;
    }

    /**
     * Hands out events until the stream is closed, by another thread or by {@code handler}.
     *
     * @throws IOException where the platform refuses the stream, which trying again would not change
     */
    public void follow(Consumer<Event> handler) throws IOException, InterruptedException {
        long pause = 100;
        while (!closed) {
            try {
                HttpResponse<InputStream> answer = http.send(request(), HttpResponse.BodyHandlers.ofInputStream());
                if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == FORBIDDEN) {
                    answer.body().close();
                    throw new RefusedException("the platform refuses its events: status " + answer.statusCode());
                }
                if (read(answer, handler)) {
                    pause = 100;
                }
            } catch (RefusedException e) {
                throw e;
            } catch (IOException e) {
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
            if (!closed) {
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        }
    }

    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        authorize.accept(request);
        return request.build();
    }

    /** True where at least one event came. */
    private boolean read(HttpResponse<InputStream> answer, Consumer<Event> handler) throws IOException {
        boolean any = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            open = lines;
            EventParser parser = new EventParser(last);
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                Event event = parser.line(line);
                if (event != null) {
                    any = true;
                    handler.accept(event);
                    last = event.id();
                }
            }
        } finally {
            open = null;
        }
        return any;
    }

    /** Id of the last event that was handled, to go on from later; empty before the first. */
    public String last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        BufferedReader reader = open;
        if (reader != null) {
            reader.close();
        }
    }
}
