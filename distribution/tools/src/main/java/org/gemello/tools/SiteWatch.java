package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Watches one unit as two users do: one asks for its state again and again, one listens to the stream. */
final class SiteWatch implements AutoCloseable {
    private static final long ASK_MILLIS = 20;
    final Latency twin = new Latency();
    final Latency stream = new Latency();
    private final Platform platform;
    private final String unit;
    private final Thread asking = new Thread(this::ask, "site-state");
    private final Thread listening = new Thread(this::listen, "site-stream");
    private volatile boolean closed;

    SiteWatch(Platform platform, int unit) {
        this.platform = platform;
        this.unit = Site.twin(unit);
        asking.setDaemon(true);
        listening.setDaemon(true);
        asking.start();
        listening.start();
    }

    void restart() {
        twin.restart();
        stream.restart();
    }

    /** When a new value of the counter is seen, it is at most {@link #ASK_MILLIS} older than told here. */
    private void ask() {
        Instant last = Instant.EPOCH;
        try {
            while (!closed) {
                for (JsonNode sample : platform.get("/twins/" + unit + "/state")) {
                    Instant time = Instant.parse(sample.get("sourceTime").asText());
                    if (sample.get("point").asText().endsWith("/P000") && time.isAfter(last)) {
                        last = time;
                        twin.add(millisSince(time));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
            }
        } catch (IOException e) {
            System.err.println("the state of " + unit + " cannot be read any more: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        Set<Instant> seen = new HashSet<>();
        try {
            platform.events(unit, event -> {
                seen.clear();
                for (JsonNode sample : event) {
                    Instant time = Instant.parse(sample.get("sourceTime").asText());
                    if (seen.add(time)) {
                        stream.add(millisSince(time));
                    }
                }
                return !closed;
            });
        } catch (IOException e) {
            System.err.println("the stream of " + unit + " has ended: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double millisSince(Instant time) {
        return Duration.between(time, Instant.now()).toNanos() / 1e6;
    }

    @Override
    public void close() {
        closed = true;
        asking.interrupt();
        listening.interrupt();
    }
}
