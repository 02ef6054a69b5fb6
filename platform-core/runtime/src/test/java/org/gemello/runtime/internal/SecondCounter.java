package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/**
 * {@link CounterType} in a next version of schema 2: {@code power} is {@code output} in W, {@code limit} is {@code cap} in W, {@code seen}
 * is {@code total}, {@code holes} is gone, {@code twice} is new; it raises {@code high} above 3,000 kW only.
 */
final class SecondCounter implements TwinType<SecondCounter.State> {
    static final class State {
        private long total;
        private long last = -1;
        private long lost;
        private long sum;

        State() {
        }

        State(DataInput in) throws IOException {
            total = in.readLong();
            last = in.readLong();
            lost = in.readLong();
            sum = in.readLong();
        }

        void write(DataOutput out) throws IOException {
            out.writeLong(total);
            out.writeLong(last);
            out.writeLong(lost);
            out.writeLong(sum);
        }
    }

    private final Consumer<SampleBatch> hook;
    private final boolean migrates;

    /**
     * @param hook     called before each batch
     * @param migrates false for a version whose author forgot the migration
     */
    SecondCounter(Consumer<SampleBatch> hook, boolean migrates) {
        this.hook = hook;
        this.migrates = migrates;
    }

    SecondCounter() {
        this(batch -> { }, true);
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId(CounterType.ID);
    }

    @Override
    public TwinModel model() {
        return new TwinModel(2, "Counter", List.of(
                PointSpec.measured("count", "Count", "1", 0, Double.POSITIVE_INFINITY),
                PointSpec.measured("output", "Output", "W", 0, 5_000_000),
                PointSpec.setpoint("cap", "Cap", "W", 0, 5_000_000),
                PointSpec.derived("total", "Total", "1"),
                PointSpec.derived("twice", "Twice", "1"),
                PointSpec.derived("lost", "Lost", "1")),
                List.of(new CommandSpec("set-cap", "Set the cap",
                        List.of(new ParameterSpec("cap", "Cap", "W", 0, 5_000_000, 5_000_000, "cap")), Duration.ZERO)),
                Map.of("power", "output", "limit", "cap", "seen", "total"));
    }

    @Override
    public TwinBehavior<State> behavior(TwinContext context) {
        return new TwinBehavior<>() {
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
                        state.lost += state.last >= 0 && value != state.last + 1 ? 1 : 0;
                        state.last = value;
                        state.total++;
                        state.sum += value;
                        out.derive("total", state.total, batch.quality(row), batch.sourceTime(row));
                        out.derive("twice", 2 * state.total, batch.quality(row), batch.sourceTime(row));
                        out.derive("lost", state.lost, batch.quality(row), batch.sourceTime(row));
                    } else if (name.equals("output") && batch.doubleValue(row) > 3_000_000) {
                        out.raise("high", Severity.MEDIUM, "output is " + batch.doubleValue(row) + " W", batch.sourceTime(row));
                    } else if (name.equals("output")) {
                        out.clear("high", "output is back", batch.sourceTime(row));
                    }
                }
            }

            @Override
            public void onCommand(State state, Command command, Effects out) {
                out.write("cap", command.argument("cap"));
            }
        };
    }

    @Override
    public StateCodec<State> codec() {
        return StateCodec.of(State::write, State::new);
    }

    @Override
    public List<StateMigration> migrations() {
        return migrates ? List.of(StateMigration.from(1, SecondCounter::migrate)) : List.of();
    }

    private static byte[] migrate(byte[] state) {
        long last = ByteBuffer.wrap(state).getLong(Long.BYTES);
        // of a counter that began at 0 and never missed
        return ByteBuffer.allocate(state.length + Long.BYTES).put(state).putLong(last * (last + 1) / 2).array();
    }
}
