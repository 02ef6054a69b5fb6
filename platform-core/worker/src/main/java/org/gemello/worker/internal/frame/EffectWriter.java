package org.gemello.worker.internal.frame;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/** Writes the effects of one call into a frame, and refuses what the runtime would refuse. */
public final class EffectWriter implements Effects, AutoCloseable {
    private final Points points;
    private final FrameWriter frame;
    private final boolean commanding;
    private int count;
    private boolean broken;
    private boolean over;

    /** What does not change from call to call. */
    public static final class Points {
        private final TwinModel model;
        private final Map<String, Integer> derived;
        private final Map<String, Integer> setpoints;

        public Points(TwinModel model) {
            this.model = model;
            this.derived = places(model, PointRole.DERIVED);
            this.setpoints = places(model, PointRole.SETPOINT);
        }

        private static Map<String, Integer> places(TwinModel model, PointRole role) {
            Map<String, Integer> places = new HashMap<>();
            for (int place = 0; place < model.points().size(); place++) {
                PointSpec point = model.points().get(place);
                if (point.role() == role) {
                    places.put(point.name(), place);
                }
            }
            return places;
        }
    }

    /** @param commanding whether a command is at hand, so that it may be answered */
    public EffectWriter(Points points, FrameWriter frame, boolean commanding) {
        this.points = points;
        this.frame = frame;
        this.commanding = commanding;
    }

    /** The call is over: what comes now is refused. */
    @Override
    public void close() {
        over = true;
    }

    /** @throws FrameTooLargeException where the effects did not fit, also where the behaviour did not mind */
    public void requireComplete() {
        if (broken) {
            throw new FrameTooLargeException("the effects of one call take more than a frame");
        }
    }

    @Override
    public void derive(String point, double value, Quality quality, long sourceTime) {
        derive(EffectKind.DERIVED_DOUBLE, point, Double.doubleToRawLongBits(value), quality, sourceTime);
    }

    @Override
    public void derive(String point, long value, Quality quality, long sourceTime) {
        derive(EffectKind.DERIVED_LONG, point, value, quality, sourceTime);
    }

    @Override
    public void derive(String point, String text, Quality quality, long sourceTime) {
        Objects.requireNonNull(text, "text");
        int place = place(points.derived, point, PointRole.DERIVED);
        int code = quality.code();
        put(() -> frame.putByte(EffectKind.DERIVED_TEXT).putInt(place).putText(text).putInt(code).putLong(sourceTime));
    }

    private void derive(int kind, String point, long bits, Quality quality, long sourceTime) {
        int place = place(points.derived, point, PointRole.DERIVED);
        int code = quality.code();
        put(() -> frame.putByte(kind).putInt(place).putLong(bits).putInt(code).putLong(sourceTime));
    }

    @Override
    public void raise(String alarm, Severity severity, String message, long sourceTime) {
        Objects.requireNonNull(alarm, "alarm");
        Objects.requireNonNull(message, "message");
        int level = severity.ordinal();
        put(() -> frame.putByte(EffectKind.RAISED).putText(alarm).putInt(level).putText(message).putLong(sourceTime));
    }

    @Override
    public void clear(String alarm, String message, long sourceTime) {
        Objects.requireNonNull(alarm, "alarm");
        Objects.requireNonNull(message, "message");
        put(() -> frame.putByte(EffectKind.CLEARED).putText(alarm).putText(message).putLong(sourceTime));
    }

    @Override
    public void write(String point, double value) {
        requireCommand("write " + point);
        int place = place(points.setpoints, point, PointRole.SETPOINT);
        put(() -> frame.putByte(EffectKind.WRITTEN).putInt(place).putDouble(value));
    }

    @Override
    public void reject(String reason) {
        requireCommand("reject");
        Objects.requireNonNull(reason, "reason");
        put(() -> frame.putByte(EffectKind.REJECTED).putText(reason));
    }

    @Override
    public void propose(ProposalDraft draft) {
        Objects.requireNonNull(draft, "draft");
        put(() -> ProposalFrames.write(draft, frame.putByte(EffectKind.PROPOSED)));
    }

    @Override
    public void withdraw(String key, String reason, long sourceTime) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(reason, "reason");
        put(() -> frame.putByte(EffectKind.WITHDRAWN).putText(key).putText(reason).putLong(sourceTime));
    }

    @Override
    public void measured(String key, Gain gain, String text, long sourceTime) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(gain, "gain");
        Objects.requireNonNull(text, "text");
        put(() -> {
            ProposalFrames.write(gain, frame.putByte(EffectKind.MEASURED).putText(key));
            frame.putText(text).putLong(sourceTime);
        });
    }

    private void put(Runnable effect) {
        if (over) {
            throw new IllegalStateException("effects are valid only during the call that they were given to");
        }
        boolean before = broken;
        broken = true;
        if (count++ == EffectKind.MOST) {
            throw new FrameTooLargeException("one call may have " + EffectKind.MOST + " effects");
        }
        effect.run();
        broken = before;
    }

    private int place(Map<String, Integer> places, String point, PointRole role) {
        Integer place = places.get(point);
        if (place == null) {
            throw new IllegalArgumentException("the model '" + points.model.title() + "' has no " + role + " point '" + point + "'");
        }
        return place;
    }

    private void requireCommand(String what) {
        if (!commanding) {
            throw new IllegalStateException(what + ": only in onCommand");
        }
    }
}
