package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** Counts what it sees on {@code count}, derives {@code seen}, raises {@code high} above 1,000 kW on {@code power}. */
final class CounterType implements TwinType<CounterType.State> {
    static final String ID = "test/counter";

    static final class State {
        private long seen;
        private long last = -1;
        private long holes;

        State() {
        }

        State(DataInput in) throws IOException {
            seen = in.readLong();
            last = in.readLong();
            holes = in.readLong();
        }

        void write(DataOutput out) throws IOException {
            out.writeLong(seen);
            out.writeLong(last);
            out.writeLong(holes);
        }
    }

    private final Consumer<SampleBatch> hook;

    private final int factor;

    /**
     * @param hook   called before each batch, to be slow or to fail
     * @param factor by which {@code seen} is told too large
     */
    CounterType(Consumer<SampleBatch> hook, int factor) {
        this.hook = hook;
        this.factor = factor;
    }

    CounterType(Consumer<SampleBatch> hook) {
        this(hook, 1);
    }

    CounterType() {
        this(batch -> { });
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId(ID);
    }

    @Override
    public TwinModel model() {
        return new TwinModel(1, "Counter", List.of(
                PointSpec.measured("count", "Count", "1", 0, Double.POSITIVE_INFINITY),
                PointSpec.measured("power", "Power", "kW", 0, 5000),
                PointSpec.setpoint("limit", "Limit", "kW", 0, 5000),
                PointSpec.derived("seen", "Seen", "1"),
                PointSpec.derived("holes", "Holes", "1")),
                List.of(new CommandSpec("set-limit", "Set the limit",
                        List.of(new ParameterSpec("limit", "Limit", "kW", 0, 5000, 2500, "limit")), Duration.ofMillis(200))));
    }

    @Override
    public TwinBehavior<State> behavior(TwinContext context) {
        return new Counting();
    }

    private final class Counting implements TwinBehavior<State> {
        @Override
        public State initial() {
            return new State();
        }

        @Override
        public void onSamples(State state, SampleBatch batch, Effects out) {
            hook.accept(batch);
            for (int row = 0; row < batch.size(); row++) {
                String name = batch.point(row).name();
                if (name.equals("count")) {
                    long value = (long) batch.doubleValue(row);
                    state.holes += state.last >= 0 && value != state.last + 1 ? 1 : 0;
                    state.last = value;
                    state.seen++;
                    out.derive("seen", factor * state.seen, batch.quality(row), batch.sourceTime(row));
                    out.derive("holes", state.holes, batch.quality(row), batch.sourceTime(row));
                } else if (name.equals("power")) {
                    if (batch.doubleValue(row) > 1000) {
                        out.raise("high", Severity.MEDIUM, "power is " + batch.doubleValue(row) + " kW", batch.sourceTime(row));
                    } else {
                        out.clear("high", "power is back", batch.sourceTime(row));
                    }
                }
            }
        }

        @Override
        public void onCommand(State state, Command command, Effects out) {
            if (command.argument("limit") == 13) {
                out.reject("13 brings bad luck");
            } else {
                out.write("limit", command.argument("limit"));
            }
        }
    }

    @Override
    public StateCodec<State> codec() {
        return StateCodec.of(State::write, State::new);
    }
}
