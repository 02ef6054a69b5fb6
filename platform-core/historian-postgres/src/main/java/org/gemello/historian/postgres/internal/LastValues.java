package org.gemello.historian.postgres.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.history.Row;

/** The newest value of each point that somebody asked for; kept in memory, where the writer brings it up to date after each batch. */
final class LastValues {
    private final Map<PointId, Row> known = new HashMap<>();
    private long generation;

    /** Newest values of those points that have one. */
    Map<PointId, Sample> of(Collection<PointId> points, ReadPool pool) {
        Map<PointId, Sample> found = new TreeMap<>();
        List<PointId> missing = new ArrayList<>();
        long asked;
        synchronized (this) {
            asked = generation;
            for (PointId point : points) {
                Row row = known.get(point);
                if (row == null) {
                    missing.add(point);
                } else {
                    found.put(point, row.sample(point));
                }
            }
        }
        if (!missing.isEmpty()) {
            Map<PointId, Row> read = pool.ask(connection -> new LastQuery(connection).newest(missing));
            read.forEach((point, row) -> found.put(point, row.sample(point)));
            keep(read, asked);
        }
        return found;
    }

    /** What was read is kept only where nothing was stored meanwhile. */
    private synchronized void keep(Map<PointId, Row> read, long asked) {
        if (generation == asked) {
            known.putAll(read);
        }
    }

    /** Something was stored: newer values take the place of older ones, and what is not so simple is asked for again. */
    synchronized void stored(BatchTransaction transaction) {
        generation++;
        if (!known.isEmpty()) {
            transaction.corrections().forEach(correction -> known.remove(correction.correction().definition().id()));
            transaction.samples().forEach((point, row) -> known.computeIfPresent(point, (id, last) -> newest(last, row.get())));
        }
    }

    /** Null where it must be asked for: at one time a correction may stand before samples. */
    private static Row newest(Row last, Row row) {
        return row.time() == last.time() ? null : row.time() > last.time() ? row : last;
    }

    /** Something was removed. */
    synchronized void forget() {
        generation++;
        known.clear();
    }
}
