package org.gemello.worker.internal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/** Reads the effects of one call. The frame is read to its end before the first effect is done. */
public final class EffectReader {
    private static final Severity[] SEVERITIES = Severity.values();

    private EffectReader() {
    }

    /** @throws MalformedFrameException where the frame has effects that are none, or that the model does not allow */
    public static List<Consumer<Effects>> read(FrameReader frame, TwinModel model) throws MalformedFrameException {
        List<Consumer<Effects>> effects = new ArrayList<>();
        while (frame.hasMore()) {
            if (effects.size() == EffectKind.MOST) {
                throw new MalformedFrameException("one call has more than " + EffectKind.MOST + " effects");
            }
            effects.add(one(frame, model));
        }
        return effects;
    }

    private static Consumer<Effects> one(FrameReader frame, TwinModel model) throws MalformedFrameException {
        int kind = frame.getByte();
        return switch (kind) {
            case EffectKind.DERIVED_DOUBLE -> {
                String point = point(frame, model, PointRole.DERIVED);
                double value = frame.getDouble();
                Quality quality = quality(frame);
                long time = frame.getLong();
                yield out -> out.derive(point, value, quality, time);
            }
            case EffectKind.DERIVED_LONG -> {
                String point = point(frame, model, PointRole.DERIVED);
                long value = frame.getLong();
                Quality quality = quality(frame);
                long time = frame.getLong();
                yield out -> out.derive(point, value, quality, time);
            }
            case EffectKind.DERIVED_TEXT -> {
                String point = point(frame, model, PointRole.DERIVED);
                String text = frame.getText();
                Quality quality = quality(frame);
                long time = frame.getLong();
                yield out -> out.derive(point, text, quality, time);
            }
            case EffectKind.RAISED -> {
                String alarm = frame.getText();
                Severity severity = SEVERITIES[frame.getIndex(SEVERITIES.length)];
                String message = frame.getText();
                long time = frame.getLong();
                yield out -> out.raise(alarm, severity, message, time);
            }
            case EffectKind.CLEARED -> {
                String alarm = frame.getText();
                String message = frame.getText();
                long time = frame.getLong();
                yield out -> out.clear(alarm, message, time);
            }
            case EffectKind.WRITTEN -> {
                String point = point(frame, model, PointRole.SETPOINT);
                double value = frame.getDouble();
                yield out -> out.write(point, value);
            }
            case EffectKind.REJECTED -> {
                String reason = frame.getText();
                yield out -> out.reject(reason);
            }
            case EffectKind.PROPOSED -> {
                ProposalDraft draft = ProposalFrames.readDraft(frame);
                yield out -> out.propose(draft);
            }
            case EffectKind.WITHDRAWN -> {
                String key = frame.getText();
                String reason = frame.getText();
                long time = frame.getLong();
                yield out -> out.withdraw(key, reason, time);
            }
            case EffectKind.MEASURED -> {
                String key = frame.getText();
                Gain gain = ProposalFrames.readGain(frame);
                String text = frame.getText();
                long time = frame.getLong();
                yield out -> out.measured(key, gain, text, time);
            }
            default -> throw new MalformedFrameException("there is no effect " + kind);
        };
    }

    private static Quality quality(FrameReader frame) throws MalformedFrameException {
        int code = frame.getInt();
        return code == 0 ? Quality.GOOD : new Quality(code);
    }

    private static String point(FrameReader frame, TwinModel model, PointRole role) throws MalformedFrameException {
        var spec = model.points().get(frame.getIndex(model.points().size()));
        if (spec.role() != role) {
            throw new MalformedFrameException("point " + spec.name() + " is no " + role + " point");
        }
        return spec.name();
    }
}
