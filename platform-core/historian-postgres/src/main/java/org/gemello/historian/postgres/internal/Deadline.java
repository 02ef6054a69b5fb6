package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a connection on which something takes too long. The driver bounds reading from the socket only; writing into a half-open one
 * could otherwise wait for a quarter of an hour.
 */
final class Deadline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "history-postgres-deadline");
        thread.setDaemon(true);
        return thread;
    });
    private final Connection connection;
    private final Duration longest;
    private ScheduledFuture<?> pending;

    Deadline(Connection connection, Duration longest) {
        this.connection = connection;
        this.longest = longest;
    }

    /** From now on the time runs, anew. */
    void begin() {
        end();
        pending = CLOCK.schedule(this::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cut() {
        LOG.warn("the connection to PostgreSQL is cut: something took longer than {} s", longest.toSeconds());
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("the connection to PostgreSQL could not be cut: {}", e.getMessage());
        }
    }

    void end() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
