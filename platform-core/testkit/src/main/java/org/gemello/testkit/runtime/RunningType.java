package org.gemello.testkit.runtime;

import java.util.List;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.RecordingEffects;
import org.gemello.testkit.pack.StateBytes;

/** A type at work for one twin, with its state. */
final class RunningType<S> {
    private final TwinType<S> type;
    private final TwinModel model;
    private final TwinBehavior<S> behavior;
    private final S state;
    private final RecordingEffects effects;

    private RunningType(TwinType<S> type, TwinContext context, int schema, byte[] bytes) {
        this.type = type;
        this.model = type.model();
        this.behavior = type.behavior(context);
        this.state = bytes == null ? behavior.initial() : StateBytes.decode(type, StateBytes.migrate(type, schema, bytes));
        this.effects = new RecordingEffects(model);
    }

    /** A twin that has seen nothing. */
    static <S> RunningType<S> fresh(TwinType<S> type, TwinContext context) {
        return new RunningType<>(type, context, 0, null);
    }

    /** Another version at work, from the bytes of this one. */
    <T> RunningType<T> becoming(TwinType<T> newType, TwinContext context) {
        return new RunningType<>(newType, context, model.schema(), encode());
    }

    TwinModel model() {
        return model;
    }

    List<Effect> feed(LogEntry entry) {
        return effects.feed(behavior, state, entry);
    }

    byte[] encode() {
        return StateBytes.encode(type, state);
    }
}
