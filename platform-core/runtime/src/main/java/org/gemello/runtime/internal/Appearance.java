package org.gemello.runtime.internal;

import java.util.List;
import java.util.Map;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinView;
import org.gemello.binding.TwinDefinition;

/** What readers see of a twin: values, alarms, model. Changed by who holds the twin's turn, read by any. */
final class Appearance {
    private final TwinDefinition definition;
    private final RuntimeContext context;
    private volatile Mirror mirror;
    private volatile Map<String, Alarm> alarms = Map.of();
    private volatile TwinModel model = TwinModel.UNKNOWN;

    Appearance(TwinDefinition definition, RuntimeContext context) {
        this.definition = definition;
        this.context = context;
        this.mirror = new Mirror(context.log().points());
    }

    TwinModel model() {
        return model;
    }

    List<Sample> samples() {
        return mirror.samples();
    }

    List<Alarm> alarms() {
        return List.copyOf(alarms.values());
    }

    /** Shows what an image has kept, as it was stored; no model is known yet. */
    void restore(StateImage kept) {
        alarms = Views.byName(kept.alarms());
        mirror.restore(kept.mirror(), context.slots(), batch -> batch);
    }

    /** Shows another life of the twin: these values in its names and units, and its alarms. */
    void become(Incarnation life, List<Sample> samples) {
        Mirror remodelled = new Mirror(context.log().points());
        remodelled.restore(samples, context.slots(), batch -> life.intake().toModel(batch, true));
        mirror = remodelled;
        alarms = life.alarms();
        model = life.model();
    }

    void show(SampleBatch batch, TraceId trace) {
        mirror.apply(batch, context.slots(), trace);
    }

    TwinView view(Standing standing, long applied) {
        return Views.of(definition, model, standing.status(), standing.reason(), applied, mirror.samples(), alarms.values(), standing.isStale());
    }
}
