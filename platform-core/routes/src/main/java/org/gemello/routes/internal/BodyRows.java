package org.gemello.routes.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.Times;
import org.gemello.api.connection.Pushable.Row;
import org.gemello.connector.SourceTime;

/** Rows from the maps that a route has made. */
final class BodyRows {
    private BodyRows() {
    }

    /** @throws IllegalArgumentException where it is not a map or a list of maps as {@link PushEndpoint} says; the message names the element */
    static List<Row> of(Object body) {
        List<Row> rows = new ArrayList<>();
        for (Object element : body instanceof Iterable<?> list ? list : List.of(body)) {
            if (!(element instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("element " + rows.size() + " is not a map with name and value");
            }
            rows.add(row(map, rows.size()));
        }
        return rows;
    }

    private static Row row(Map<?, ?> map, int index) {
        if (!(map.get("name") instanceof String name)) {
            throw new IllegalArgumentException("element " + index + " has no 'name'");
        }
        try {
            Quality quality = map.get("quality") instanceof Number code ? new Quality((int) code.longValue()) : Quality.GOOD;
            return new Row(name, map.get("value"), time(map.get("time")), quality);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("element " + index + ": 'time' " + e.getMessage(), e);
        }
    }

    private static long time(Object time) {
        if (time == null) {
            return 0;
        }
        if (time instanceof Instant instant) {
            return Times.nanos(instant);
        }
        if (time instanceof Date date) {
            return Times.nanos(date.toInstant());
        }
        return time instanceof Number number ? SourceTime.of(number.doubleValue()) : SourceTime.parse(time.toString());
    }
}
