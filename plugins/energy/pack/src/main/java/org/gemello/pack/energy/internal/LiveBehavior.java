package org.gemello.pack.energy.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.command.Command;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.live.LiveTwin;
import org.gemello.spi.Effects;
import org.gemello.spi.TwinBehavior;

/** Hands samples to a live twin of the model, and its report to the platform. Commands write the set points that they are about. */
final class LiveBehavior<S> implements TwinBehavior<S> {
    private final TwinId id;
    private final TwinModel model;
    private final Supplier<S> empty;
    private final LiveTwin<S> twin;

    LiveBehavior(TwinId id, TwinModel model, Supplier<S> empty, LiveTwin<S> twin) {
        this.id = id;
        this.model = model;
        this.empty = empty;
        this.twin = twin;
    }

    @Override
    public S initial() {
        return empty.get();
    }

    @Override
    public void onSamples(S state, SampleBatch batch, Effects out) {
        EffectReport report = new EffectReport(id, out);
        for (int row = 0; row < batch.size(); row++) {
            String point = batch.point(row).name();
            if (batch.kind(row) == ValueKind.TEXT) {
                if (!batch.quality(row).isBad()) {
                    twin.read(state, point, batch.text(row), batch.sourceTime(row), report);
                }
            } else {
                twin.observe(state, point, batch.doubleValue(row), batch.quality(row), batch.sourceTime(row), report);
            }
        }
    }

    @Override
    public void onTick(S state, Instant now, Effects out) {
        twin.tick(state, Times.nanos(now), new EffectReport(id, out));
    }

    @Override
    public void onCommand(S state, Command command, Effects out) {
        Optional<CommandSpec> known = model.command(command.name());
        if (known.isEmpty()) {
            out.reject("this twin does not know the command " + command.name());
            return;
        }
        String objection = twin.objection(state, command.name(), command.arguments());
        if (!objection.isEmpty()) {
            out.reject(objection);
        } else {
            known.get().parameters().forEach(each -> out.write(each.point(), command.argument(each.name())));
        }
    }
}
