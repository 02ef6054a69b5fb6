package org.gemello.historian.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.history.Row;

/**
 * The newest row of each point that is in a file, by source time, in memory: asking for all of them opens no file. Guarded by its
 * owner.
 */
final class LastValues {
    private final Map<PointId, Row> rows = new HashMap<>();

    /** Takes a row where it is newer than what is known. */
    void add(PointId point, Row row) {
        rows.merge(point, row, LastValues::newer);
    }

    /** Takes what a table has, as it becomes a file. */
    void add(MemoryTable table) {
        for (PointId point : table.sampledPoints()) {
            add(point, table.samples(point).newest());
        }
    }

    /** Null where there is none. */
    Row get(PointId point) {
        return rows.get(point);
    }

    Set<PointId> points() {
        return rows.keySet();
    }

    /** The newer of two, of which each may be null. */
    static Row newer(Row a, Row b) {
        return a == null || b != null && Row.ORDER.compare(b, a) > 0 ? b : a;
    }
}
