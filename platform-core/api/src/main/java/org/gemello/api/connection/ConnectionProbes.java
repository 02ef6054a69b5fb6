package org.gemello.api.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.osgi.annotation.versioning.ProviderType;

/** Tries a connection that is not part of the site yet: reaches the source, reads once, stores nothing. */
@ProviderType
public interface ConnectionProbes {

    /**
     * Waits for the source at most as long as told.
     *
     * @param connection content of a connection document, as in {@code connections/*.yaml}
     * @param bindings   bindings to read with it, as in {@code bindings/*.yaml}; may be empty
     * @param patience   longest wait in all, 1 to 60 s
     * @throws IllegalArgumentException where the documents are wrong; the message names the place
     */
    Probe probe(Map<String, Object> connection, List<Map<String, Object>> bindings, Duration patience);

    /**
     * What was found.
     *
     * @param reached  true where the source answered and let us in
     * @param text     in words: who answered, with which security, or why not and what helps
     * @param readings one for each point of the bindings
     */
    record Probe(boolean reached, String text, List<Reading> readings) {
        public Probe {
            readings = List.copyOf(readings);
        }
    }

    /**
     * One point as it would come.
     *
     * @param point   {@code twin/point}
     * @param address in the source
     * @param value   in the point's unit: a number, text or truth value; null where nothing came
     * @param unit    UCUM
     * @param quality as the source tells it
     * @param time    source time; null where nothing came
     * @param problem why there is no value; empty where there is one
     */
    record Reading(String point, String address, Object value, String unit, Quality quality, Instant time, String problem) {
    }
}
