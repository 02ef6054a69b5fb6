package org.gemello.worker.internal.child;

import java.util.List;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.StateCodec;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinType;
import org.gemello.worker.internal.frame.EffectWriter;

/** A type of the pack with what it says of itself. */
record HostedType(TwinType<Object> type, TwinModel model, StateCodec<Object> codec, List<StateMigration> migrations,
                  EffectWriter.Points points) {

    static HostedType of(TwinType<?> type) {
        @SuppressWarnings("unchecked") // states come from this type and go back to it
        TwinType<Object> hosted = (TwinType<Object>) type;
        TwinModel model = hosted.model();
        return new HostedType(hosted, model, hosted.codec(), List.copyOf(hosted.migrations()), new EffectWriter.Points(model));
    }
}
