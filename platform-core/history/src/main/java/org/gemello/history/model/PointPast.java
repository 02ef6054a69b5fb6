package org.gemello.history.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.LinearScale;
import org.gemello.binding.Units;

/**
 * Where the past of one point lies, and how it is told.
 *
 * @param point  its present name
 * @param unit   UCUM code of the present model, null where no model knows the point: then every sample is told as it was stored
 * @param series names under which it was stored, the present one first
 */
record PointPast(PointId point, String unit, List<PointId> series) {

    static PointPast of(PointId asked, TwinModel model) {
        PointSpec spec = model.point(asked.name()).orElse(null);
        if (spec == null) {
            return new PointPast(asked, null, List.of(asked));
        }
        List<PointId> series = new ArrayList<>(List.of(asked));
        for (String former : model.renamed().keySet()) {
            if (model.point(former).isEmpty() && presentName(former, model).equals(asked.name())) {
                series.add(new PointId(asked.twin(), former));
            }
        }
        return new PointPast(asked, spec.unit(), List.copyOf(series));
    }

    /** The name that a stored name has now. */
    static String presentName(String stored, TwinModel model) {
        Map<String, String> renamed = model.renamed();
        String name = stored;
        for (int step = 0; step <= renamed.size() && name != null; step++) {
            if (model.point(name).isPresent()) {
                return name;
            }
            name = renamed.get(name);
        }
        return stored;
    }

    /** How numbers stored in a unit become numbers of now; null where that is another quantity. */
    LinearScale scale(String stored) {
        if (unit == null || unit.equals(stored)) {
            return LinearScale.IDENTITY;
        }
        try {
            return Units.conversion(stored, unit);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The sample under its present name and in the present unit; in its own where that is another quantity. */
    Sample told(Sample stored) {
        LinearScale scale = scale(stored.unit());
        if (scale == null || unit == null || unit.equals(stored.unit())) {
            return stored.point().equals(point) ? stored : with(stored, stored.value(), stored.unit());
        }
        Object value = stored.value();
        if (!scale.isIdentity() && value instanceof Number number) {
            value = scale.apply(number.doubleValue());
        }
        return with(stored, value, unit);
    }

    private Sample with(Sample stored, Object value, String inUnit) {
        return new Sample(point, value, inUnit, stored.quality(), stored.sourceTime(), stored.receivedTime(), stored.offset(), stored.trace());
    }
}
