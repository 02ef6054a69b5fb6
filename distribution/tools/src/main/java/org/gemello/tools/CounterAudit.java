package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Reads the counters of some units from the history: each number must be there once, or lie in a gap that the history tells. */
final class SiteAudit {
    private static final int SECONDS_OF_A_PAGE = 300;
    private long seen;
    private long doubled;
    private long inGaps;
    private long lost;

    /** Counts one unit; a value that repeats with a bad or uncertain quality tells of a loss of connection and is no double. */
    void count(Platform platform, int unit, Instant from, Instant to) throws Exception {
        long last = -1;
        Instant lastTime = from;
        for (Instant begin = from; begin.isBefore(to); begin = begin.plusSeconds(SECONDS_OF_A_PAGE)) {
            Instant end = begin.plusSeconds(SECONDS_OF_A_PAGE).isBefore(to) ? begin.plusSeconds(SECONDS_OF_A_PAGE) : to;
            JsonNode page = platform.get("/twins/" + Site.twin(unit) + "/points/P000/history?from=" + begin + "&to=" + end + "&maxPoints=10000");
            if (page.get("downsampled").asBoolean()) {
                throw new IllegalStateException("the history was downsampled, so nothing can be said");
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
                    count(platform, unit, lastTime, time, value - last - 1);
                }
                seen++;
                last = Math.max(last, value);
                lastTime = time;
            }
        }
    }

    private void count(Platform platform, int unit, Instant from, Instant to, long missing) throws Exception {
        JsonNode page = platform.get("/twins/" + Site.twin(unit) + "/points/P000/history?from=" + from + "&to=" + to.plusMillis(1) + "&maxPoints=2");
        if (page.get("gaps").isEmpty()) {
            lost += missing;
        } else {
            inGaps += missing;
        }
    }

    boolean isComplete() {
        return seen > 0 && lost == 0 && doubled == 0;
    }

    @Override
    public String toString() {
        return String.format("%,d seen, %d lost in silence, %d doubled, %d in gaps that are told", seen, lost, doubled, inGaps);
    }
}
