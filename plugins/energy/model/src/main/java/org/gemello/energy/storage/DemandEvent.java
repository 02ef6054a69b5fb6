package org.gemello.energy.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.gemello.energy.live.JsonObject;

/**
 * Demand response: from one moment to another the plant draws at most a cap, or delivers at least something. As a document:
 * {@code {"from": "2026-03-01T17:00:00Z", "to": "2026-03-01T19:00:00Z", "cap": 0.2}} or with {@code "deliver"}, in MW.
 *
 * @param least net delivery in MW; below 0: most net draw
 */
public record DemandEvent(Instant from, Instant to, double least) {

    /** @throws IllegalArgumentException where it is no such document */
    public static DemandEvent of(String json) {
        Map<String, Object> object = JsonObject.of(json);
        boolean delivers = object.containsKey("deliver");
        double least = delivers ? JsonObject.number(object, "deliver") : -JsonObject.number(object, "cap");
        try {
            DemandEvent event = new DemandEvent(Instant.parse(JsonObject.text(object, "from")),
                    Instant.parse(JsonObject.text(object, "to")), least + 0.0);
            if (!event.from.isBefore(event.to)) {
                throw new IllegalArgumentException("it ends at " + event.to + ", before it begins");
            }
            return event;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("from or to: " + e.getMessage(), e);
        }
    }

    /** True where it touches the time between these two. */
    boolean touches(Instant begin, Instant end) {
        return from.isBefore(end) && to.isAfter(begin);
    }
}
