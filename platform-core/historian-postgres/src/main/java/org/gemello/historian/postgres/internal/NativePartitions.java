package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.gemello.api.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions as PostgreSQL has them, such as {@code samples_20260131}. Only times that are kept get partitions; all others, of clocks that
 * stand in 1970 or far ahead, go to the partition {@code samples_other}, so that a wrong clock makes no tables.
 */
final class NativePartitions implements TimePartitions {
    private static final Logger LOG = LoggerFactory.getLogger(NativePartitions.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final long MOST_DAYS = 1_100;
    private static final long RETRY_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int LOCK_MILLIS = 500;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private final Connection connection;
    private final String table;
    private final int days;
    private final long keptDays;
    private final Set<Long> present = new TreeSet<>();
    private final Set<Long> wanted = new HashSet<>();
    private long refusedAt = System.nanoTime() - RETRY_NANOS;
    private long lastSeen = Long.MIN_VALUE;

    NativePartitions(Connection connection, String table, int days, Duration kept) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.days = days;
        this.keptDays = Math.min(MOST_DAYS, kept.toDays() + days);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + table + "_other PARTITION OF " + table + " DEFAULT");
            try (ResultSet rows = statement.executeQuery("SELECT substring(relname FROM '[0-9]{8}$') FROM pg_inherits JOIN pg_class"
                    + " ON pg_class.oid = inhrelid WHERE inhparent = '" + table + "'::regclass AND relname ~ '_[0-9]{8}$'")) {
                while (rows.next()) {
                    present.add(LocalDate.parse(rows.getString(1), DATE).toEpochDay());
                }
            }
        }
        connection.commit();
    }

    @Override
    public LongConsumer times() {
        return time -> {
            long day = first(time);
            if (day != lastSeen) { // rows of a batch mostly are of one day
                lastSeen = day;
                wanted.add(day);
            }
        };
    }

    /** Number of the first day of the partition that holds the time. */
    private long first(long time) {
        return Math.floorDiv(Math.floorDiv(time, DAY), days) * days;
    }

    @Override
    public void prepare() throws SQLException {
        long now = Times.now();
        wanted.add(first(now));
        wanted.add(first(now + days * DAY)); // made ahead, so that nothing waits for it when its time begins
        long oldest = Math.floorDiv(now, DAY) - keptDays;
        long newest = Math.floorDiv(now, DAY) + days;
        List<Long> missing = wanted.stream().filter(day -> !present.contains(day) && day >= oldest && day <= newest).sorted().toList();
        wanted.clear();
        lastSeen = Long.MIN_VALUE;
        for (long day : missing) {
            if (System.nanoTime() - refusedAt >= RETRY_NANOS) {
                create(day);
            }
        }
    }

    /** Takes over what came to the partition for all others before. */
    private void create(long day) throws SQLException {
        String name = name(day);
        String bounds = "time >= " + day * DAY + " AND time < " + (day + days) * DAY;
        boolean done = change("CREATE TABLE " + name + " (LIKE " + table + " INCLUDING ALL, CHECK (" + bounds + "))",
                "WITH moved AS (DELETE FROM " + table + "_other WHERE " + bounds + " RETURNING *) INSERT INTO " + name + " SELECT * FROM moved",
                "ALTER TABLE " + table + " ATTACH PARTITION " + name + " FOR VALUES FROM (" + day * DAY + ") TO (" + (day + days) * DAY + ")");
        if (done) {
            present.add(day);
        } else {
            refusedAt = System.nanoTime();
            LOG.info("partition {} must wait for a long question to end; its rows go to {}_other until then", name, table);
        }
    }

    /** False where somebody else holds a lock for longer than a moment: rows that come must not wait for that. */
    private boolean change(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + LOCK_MILLIS);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
            return false;
        }
    }

    private String name(long day) {
        return table + "_" + LocalDate.ofEpochDay(day).format(DATE);
    }

    @Override
    public void drop(long before) throws SQLException {
        for (long day : List.copyOf(present)) {
            if ((day + days) * DAY <= before && change("DROP TABLE " + name(day))) {
                present.remove(day);
                LOG.info("partition {} is past its retention and removed", name(day));
            }
        }
        change("DELETE FROM " + table + "_other WHERE time < " + before);
    }
}
