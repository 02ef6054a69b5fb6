package org.gemello.connector.push.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.connection.Pushable.Row;
import org.gemello.binding.Binding;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;

/** The points of a connection by the names that its rows use. One name may feed several points. */
final class NamedPoints {
    private final Map<String, List<NamedPoint>> points = new HashMap<>();

    private record NamedPoint(int handle, LinearScale scale) {
    }

    NamedPoints(List<Binding> bindings, PointTable table) {
        for (Binding binding : bindings) {
            for (PointBinding point : binding.points()) {
                NamedPoint named = new NamedPoint(table.handle(point.point()), point.scale());
                points.merge(point.address(), List.of(named), (known, added) -> List.of(join(known, added)));
            }
        }
    }

    private static NamedPoint[] join(List<NamedPoint> known, List<NamedPoint> added) {
        NamedPoint[] all = known.toArray(new NamedPoint[known.size() + 1]);
        all[known.size()] = added.get(0);
        return all;
    }

    boolean has(String name) {
        return points.containsKey(name);
    }

    int size() {
        return points.values().stream().mapToInt(List::size).sum();
    }

    /** Adds the row to each point of its name, in the point's unit. */
    void add(Row row, long received, SampleBatchBuilder into) throws Refusal {
        List<NamedPoint> named = points.get(row.name());
        if (named == null) {
            throw new Refusal("'" + row.name() + "' is not bound; add it to the bindings of this connection");
        }
        long time = row.time() == 0 ? received : row.time();
        int quality = row.value() == null ? Quality.BAD.worst(row.quality()).code() : row.quality().code();
        for (NamedPoint point : named) {
            into.addValue(point.handle(), scaled(row, point.scale()), quality, time, received);
        }
    }

    /** Every number becomes a double, so that a series does not change its kind between 12 and 12.5. */
    private static Object scaled(Row row, LinearScale scale) throws Refusal {
        if (row.value() instanceof Number number) {
            double value = scale.apply(number.doubleValue());
            if (!Double.isFinite(value)) {
                throw new Refusal("'" + row.name() + "' is not a finite number: " + number);
            }
            return value;
        }
        if (row.value() != null && !scale.isIdentity()) {
            throw new Refusal("'" + row.name() + "' is '" + row.value() + "', not a number, and the point is scaled");
        }
        return row.value();
    }
}
