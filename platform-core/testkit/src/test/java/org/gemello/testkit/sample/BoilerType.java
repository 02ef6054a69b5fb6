package org.gemello.testkit.sample;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
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

/** A boiler: its mean temperature, an alarm when it is hot, a command for its set point. Schema 1 counted in 32 bits. */
public class BoilerType implements TwinType<BoilerType.State>, StateCodec<BoilerType.State> {
    /** What one boiler remembers. */
    public static class State {
        protected double sum;
        protected long count;
        private long ticks;
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId("test/boiler");
    }

    @Override
    public TwinModel model() {
        return new TwinModel(2, "Boiler", points("Cel"), commands(90), Map.of("Temp", "T"));
    }

    protected static List<PointSpec> points(String unit) {
        return List.of(PointSpec.measured("T", "Temperature", unit, 0, 150), PointSpec.setpoint("SetT", "Target", "Cel", 0, 100),
                PointSpec.derived("Mean", "Mean temperature", "Cel"));
    }

    protected static List<CommandSpec> commands(double high) {
        return List.of(new CommandSpec("set-target", "Set the target",
                List.of(new ParameterSpec("target", "Target", "Cel", 20, high, 30, "SetT")), Duration.ofSeconds(5)));
    }

    @Override
    public TwinBehavior<State> behavior(TwinContext context) {
        return new Boiler(context.number("hot", 100));
    }

    /** What a boiler does. */
    protected static class Boiler implements TwinBehavior<State> {
        private final double hot;

        protected Boiler(double hot) {
            this.hot = hot;
        }

        @Override
        public State initial() {
            return new State();
        }

        @Override
        public void onSamples(State state, SampleBatch batch, Effects out) {
            for (int row = 0; row < batch.size(); row++) {
                double value = batch.doubleValue(row);
                if (!batch.point(row).name().equals("T") || Double.isNaN(value)) {
                    continue;
                }
                state.sum += value;
                state.count++;
                out.derive("Mean", state.sum / state.count, batch.quality(row), batch.sourceTime(row));
                if (value > hot) {
                    out.raise("too-hot", Severity.HIGH, value + " Cel are more than " + hot, batch.sourceTime(row));
                } else {
                    out.clear("too-hot", value + " Cel", batch.sourceTime(row));
                }
            }
        }

        @Override
        public void onTick(State state, Instant now, Effects out) {
            if (++state.ticks == 60) {
                out.derive("Mean", state.count == 0 ? Double.NaN : state.sum / state.count, Quality.UNCERTAIN, Times.nanos(now));
            }
        }

        @Override
        public void onCommand(State state, Command command, Effects out) {
            if (command.name().equals("set-target")) {
                out.write("SetT", command.argument("target"));
            } else {
                out.reject("a boiler does not know " + command.name());
            }
        }
    }

    @Override
    public List<StateMigration> migrations() {
        return List.of(StateMigration.from(1, state -> {
            ByteBuffer old = ByteBuffer.wrap(state);
            return ByteBuffer.allocate(24).putDouble(old.getDouble()).putLong(old.getInt()).array();
        }));
    }

    @Override
    public StateCodec<State> codec() {
        return this;
    }

    @Override
    public void encode(State state, DataOutput out) throws IOException {
        out.writeDouble(state.sum);
        out.writeLong(state.count);
        out.writeLong(state.ticks);
    }

    @Override
    public State decode(DataInput in) throws IOException {
        State state = new State();
        state.sum = in.readDouble();
        state.count = in.readLong();
        state.ticks = in.readLong();
        return state;
    }
}
