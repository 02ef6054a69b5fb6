package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.PointBinding;

/** Makes the plans for the bindings of one topic filter. */
final class PlanCompiler {
    private final PointTable points;

    PlanCompiler(PointTable points) {
        this.points = points;
    }

    /** One plan for all JSON bindings, and one for each plain one. */
    List<PayloadPlan> compile(List<TopicBinding> bindings) {
        List<PayloadPlan> plans = new ArrayList<>();
        JsonPaths paths = new JsonPaths();
        List<JsonBinding> json = new ArrayList<>();
        for (TopicBinding binding : bindings) {
            if (binding.plain()) {
                plans.add(new PlainPlan(binding.binding().points().stream().map(point -> BoundPoint.of(point, points)).toList()));
            } else {
                json.add(json(binding, paths));
            }
        }
        if (!json.isEmpty()) {
            plans.add(new JsonPlan(paths, json));
        }
        return plans;
    }

    private JsonBinding json(TopicBinding binding, JsonPaths paths) {
        List<BoundPoint> bound = new ArrayList<>();
        List<JsonSlot> slots = new ArrayList<>();
        for (PointBinding point : binding.binding().points()) {
            bound.add(BoundPoint.of(point, points));
            slots.add(paths.slot(pointer(point)));
        }
        return new JsonBinding(binding.time().map(paths::slot).orElse(null), binding.quality().map(paths::slot).orElse(null), bound, slots);
    }

    static Pointer pointer(PointBinding point) {
        try {
            return Pointer.parse(point.address());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(point.place() + ": " + e.getMessage()));
        }
    }
}
