package org.gemello.historian.postgres.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few connections for questions. Each question sees one state of the database, however many statements it takes. */
final class ReadPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPool.class);
    private final Database database;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** Asks the database something. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    ReadPool(Database database) {
        this.database = database;
        this.free = new Semaphore(database.settings().limits().readers(), true);
    }

    /** @throws UncheckedIOException where the database does not answer, with what is wrong */
    <T> T ask(Question<T> question) {
        try {
            if (!free.tryAcquire(database.settings().limits().statement().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UncheckedIOException(new IOException("too many questions to the history at once; raise "
                        + PostgresSettings.PREFIX + "readers"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a connection", e);
        }
        try {
            return answer(question);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(Trouble.text(e, database.settings()), e));
        } finally {
            free.release();
        }
    }

    private <T> T answer(Question<T> question) throws SQLException {
        Connection connection = connection();
        try {
            return question.ask(connection);
        } finally {
            giveBack(connection);
        }
    }

    /** One that is known to live: the server may have restarted since the last question. */
    private Connection connection() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isValid((int) Math.max(1, database.settings().limits().connect().toSeconds()))) {
                kept.rollback();
                return kept;
            }
            Database.close(kept);
        }
        Connection fresh = database.connect();
        fresh.setReadOnly(true);
        fresh.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return fresh;
    }

    private void giveBack(Connection connection) {
        try {
            connection.rollback();
            if (!closed) {
                idle.push(connection);
                return;
            }
        } catch (SQLException e) {
            LOG.debug("a connection is given up: {}", e.getMessage());
        }
        Database.close(connection);
    }

    @Override
    public void close() {
        closed = true;
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            Database.close(kept);
        }
    }
}
