package org.gemello.api.log;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A reader that follows the log. For one thread; {@link #close} may come from another and ends a waiting {@link #poll}. */
@ProviderType
public interface Tail extends AutoCloseable {

    /**
     * The next record, waiting for it if need be.
     *
     * @return empty where none came within the time, or the tail or the log was closed
     */
    Optional<LogRecord> poll(Duration timeout) throws InterruptedException;

    /** Offset that the next record will have. */
    long position();

    boolean isClosed();

    @Override
    void close();
}
