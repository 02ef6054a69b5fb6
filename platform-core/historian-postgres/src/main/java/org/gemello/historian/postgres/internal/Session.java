package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The writer's connection and what it knows of the database. A batch and the position after it are stored in one transaction, so after
 * whatever loss of the connection the position says whether the batch is there. For one thread; useless after an exception.
 */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Deadline deadline;
    private final PointIds points;
    private final TimePartitions partitions;
    private final Unsummed unsummed = new Unsummed();
    private final Sums sums;
    private long position;

    /** Connects, brings the schema up to date and reads the position. */
    Session(Database database) throws SQLException {
        PostgresSettings settings = database.settings();
        connection = database.connect();
        deadline = new Deadline(connection, settings.limits().statement().multipliedBy(2));
        try {
            new Migrations(connection, settings.schema()).run();
            points = new PointIds(connection);
            partitions = TimePartitions.of(connection, "samples", 1, settings.retention().samples());
            sums = new Sums(connection, points, unsummed, settings.retention());
            position = storedPosition();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private long storedPosition() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT position FROM consumers WHERE name = 'history'");
             ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("the table consumers has lost its row 'history'; restore it from a backup", "XX001");
            }
            long stored = rows.getLong(1);
            connection.commit();
            return stored;
        }
    }

    /** Offset before which everything is in the database. */
    long position() {
        return position;
    }

    /**
     * Stores what of the batch is not there yet.
     *
     * @return what was stored
     * @throws SQLException also where another connection has moved the position: the next session sees by whose hand
     */
    BatchTransaction store(Batch batch) throws SQLException {
        BatchTransaction transaction = new BatchTransaction(batch, position, points);
        deadline.begin();
        transaction.samples().forEachTime(partitions.times());
        partitions.prepare();
        deadline.begin();
        long next = Math.max(position, batch.to());
        claim(next);
        transaction.write(connection, points, unsummed);
        connection.commit();
        deadline.end();
        position = next;
        return transaction;
    }

    /** First of all: where a commit of ours is still under way in a lost connection, this waits for it. */
    private void claim(long next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE consumers SET position = ? WHERE name = 'history' AND position = ?")) {
            update.setLong(1, next);
            update.setLong(2, position);
            if (update.executeUpdate() != 1) {
                throw new SQLException("the position was moved by another connection", "40001");
            }
        }
    }

    /** Sums up some of what is over before that time; true where more is left to do. */
    boolean sumUp(long over, Cutoffs cutoffs) throws SQLException {
        deadline.begin();
        boolean more = sums.run(over, cutoffs.samples(), cutoffs.minutes());
        deadline.end();
        return more;
    }

    /** Removes what is past its retention. */
    void retain(Cutoffs cutoffs) throws SQLException {
        deadline.begin();
        partitions.drop(cutoffs.samples());
        sums.drop(cutoffs.minutes(), cutoffs.hours());
        delete("DELETE FROM corrections WHERE time < ?", cutoffs.samples());
        delete("DELETE FROM gaps WHERE until < ?", cutoffs.hours());
        connection.commit();
        deadline.end();
    }

    private void delete(String statement, long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setLong(1, before);
            delete.executeUpdate();
        }
    }

    @Override
    public void close() {
        deadline.close();
        Database.close(connection);
    }
}
