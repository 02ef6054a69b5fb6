package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Reads counters from the history, in pieces that are never downsampled: each number must be there once, or lie in a gap that is told. */
public final class CounterAudit {
    private static final int MOST_POINTS = 10_000;
    private final Duration piece;
    private long seen;
    private long doubled;
    private long inGaps;
    private long lost;
    private Instant until = Instant.MAX;

    /** @param piece in which a counter has fewer than 10,000 values */
    public CounterAudit(Duration piece) {
        this.piece = piece;
    }

    /**
     * Counts one counter; a value that repeats with a bad quality tells of a loss of connection and is no double.
     *
     * @param point name of the point within the twin
     */
    public void count(Platform platform, String twin, String point, Instant from, Instant to) throws Exception {
        String path = "/twins/" + twin + "/points/" + point + "/history";
        long last = -1;
        Instant lastTime = from;
        for (Instant begin = from; begin.isBefore(to); begin = begin.plus(piece)) {
            Instant end = begin.plus(piece).isBefore(to) ? begin.plus(piece) : to;
            JsonNode page = platform.get(path + "?from=" + begin + "&to=" + end + "&maxPoints=" + MOST_POINTS);
            if (page.get("downsampled").asBoolean()) {
                throw new IllegalStateException("the history was downsampled, so nothing can be said; let the counters run slower");
            }
            for (JsonNode sample : page.get("samples")) {
                if (!sample.hasNonNull("value") || sample.at("/quality/symbol").asText().startsWith("Bad")) {
                    continue;
                }
                long value = sample.get("value").asLong();
                Instant time = Instant.parse(sample.get("sourceTime").asText());
                if (last >= 0 && value <= last) {
                    doubled++;
                } else if (last >= 0 && value > last + 1) {
                    missing(platform, path, lastTime, time, value - last - 1);
                }
                seen++;
                last = Math.max(last, value);
                lastTime = time;
            }
        }
        until = lastTime.isBefore(until) ? lastTime : until;
    }

    private void missing(Platform platform, String path, Instant from, Instant to, long count) throws Exception {
        JsonNode page = platform.get(path + "?from=" + from + "&to=" + to.plusMillis(1) + "&maxPoints=2");
        if (page.get("gaps").isEmpty()) {
            lost += count;
        } else {
            inGaps += count;
        }
    }

    public long seen() {
        return seen;
    }

    public long doubled() {
        return doubled;
    }

    /** Numbers that are not there, told or not. */
    public long missing() {
        return lost + inGaps;
    }

    /** Time up to which every counter that was counted has come. */
    public Instant until() {
        return until;
    }

    /** Nothing is there twice, and what is missing is told. */
    public boolean isComplete() {
        return seen > 0 && lost == 0 && doubled == 0;
    }

    @Override
    public String toString() {
        return String.format("%,d seen, %d lost in silence, %d doubled, %d in gaps that are told", seen, lost, doubled, inGaps);
    }
}
