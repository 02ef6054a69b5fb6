package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** Marks the buckets that a transaction touches, each only once until it is summed up. Belongs to one connection, as {@link PointIds}. */
final class Unsummed {
    private static final int COLUMNS = 3;
    /** The minute last marked, by number of the point; most rows are of the same one. */
    private long[] lastMarked = new long[0];
    private long[] marks = new long[1024];
    private int size;

    /** A row of that time comes. */
    void add(int point, long time) {
        if (point >= lastMarked.length) {
            int known = lastMarked.length;
            lastMarked = Arrays.copyOf(lastMarked, Math.max(point + 1, 2 * known));
            Arrays.fill(lastMarked, known, lastMarked.length, Long.MAX_VALUE); // no minute begins there
        }
        long minute = Resolution.MINUTE.start(time);
        if (lastMarked[point] != minute) {
            lastMarked[point] = minute;
            if (size + 2 > marks.length) {
                marks = Arrays.copyOf(marks, 2 * marks.length);
            }
            marks[size++] = point;
            marks[size++] = minute;
        }
    }

    /** That minute is about to be summed up: what comes after marks it anew. */
    void forget(int point, long minute) {
        if (point < lastMarked.length && lastMarked[point] == minute) {
            lastMarked[point] = Long.MAX_VALUE;
        }
    }

    void write(Connection connection) throws SQLException {
        if (size == 0) {
            return;
        }
        BinaryCopy copy = new BinaryCopy(connection, "unsummed (time, point, hour)", COLUMNS);
        for (int i = 0; i < size; i += 2) {
            copy.row();
            copy.int8(marks[i + 1]);
            copy.int4((int) marks[i]);
            copy.bool(false);
        }
        copy.end();
        size = 0;
    }
}
