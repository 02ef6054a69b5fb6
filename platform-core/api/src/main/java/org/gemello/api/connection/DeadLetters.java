package org.gemello.api.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps payloads that could not be read, with the cause, so that nothing is lost and they can be looked at. Safe for many threads. */
@ProviderType
public interface DeadLetters {

    /**
     * Keeps a payload; on disk when this returns. The store is bounded: the oldest go first, and their number is counted.
     *
     * @param connection name of the connection it came from
     * @param source     topic, node or file
     * @param payload    as received
     * @param cause      why it could not be read: place and remedy
     */
    void add(String connection, String source, byte[] payload, String cause);

    /** The newest ones, newest first. */
    List<DeadLetter> latest(int limit);

    /** A letter by its number, while it is still kept. */
    Optional<DeadLetter> letter(long number);

    /**
     * One payload that could not be read.
     *
     * @param number counts from 0 and stays the same over restarts; -1 before the store has given one
     */
    record DeadLetter(long number, Instant time, String connection, String source, byte[] payload, String cause) {
    }
}
