package org.gemello.worker.pack;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.ValueKind;
import org.gemello.api.command.Command;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.StateCodec;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** A type that uses all that the SPI has. Its schema 2 has a count more than schema 1. */
public final class CounterType implements TwinType<CounterType.State>, StateCodec<CounterType.State> {
    /** What one twin remembers. */
    public static final class State {
        private double sum;
        private long seen;
        private long texts;
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId("test/counter");
    }

    @Override
    public TwinModel model() {
        return new TwinModel(2, "Zähler", List.of(
                PointSpec.measured("power", "Power", "kW", 0, Double.POSITIVE_INFINITY),
                PointSpec.measured("note", "Note", "1", 0, 1),
                PointSpec.setpoint("limit", "Limit", "kW", 0, 5000),
                PointSpec.derived("sum", "Sum", "kW"),
                PointSpec.derived("seen", "Seen", "1"),
                PointSpec.derived("table", "Table", "1")),
                List.of(new CommandSpec("set-limit", "Set the limit",
                        List.of(new ParameterSpec("limit", "Limit", "kW", 0, 5000, Double.POSITIVE_INFINITY, "limit")),
                                Duration.ofMillis(200))),
                Map.of("p", "power"),
                List.of(new PartSpec("neighbour", "Neighbours", List.of("test/counter"), List.of(new PartPoint("power", "MW", List.of("p"))), 0, 4)));
    }

    @Override
    public TwinBehavior<State> behavior(TwinContext context) {
        double factor = context.number("factor", 1);
        return new TwinBehavior<>() {
            @Override
            public State initial() {
                return new State();
            }

            @Override
            public void onSamples(State state, SampleBatch batch, Effects out) {
                for (int row = 0; row < batch.size(); row++) {
                    if (batch.kind(row) == ValueKind.TEXT) {
                        state.texts += batch.text(row).length();
                        continue;
                    }
                    if (!batch.point(row).twin().equals(context.twin())) {
                        ofNeighbour(context, batch, row, out);
                    }
                    state.sum += factor * batch.doubleValue(row) + batch.offset(row) * 1e-9;
                    state.seen++;
                    out.derive("sum", Math.sin(state.sum), batch.quality(row), batch.sourceTime(row));
                    out.derive("seen", state.seen, batch.quality(row), batch.receivedTime(row));
                    if (batch.doubleValue(row) > 1000) {
                        out.raise("high", Severity.HIGH, String.format("power is %.1f kW", batch.doubleValue(row)), batch.sourceTime(row));
                    } else {
                        out.clear("high", "back", batch.sourceTime(row));
                    }
                }
            }

            @Override
            public void onProposal(State state, ProposalNews news, Effects out) {
                state.texts += news.reason().length();
                if (news.state() == ProposalState.APPLIED) {
                    out.measured(news.key(), new Gain(state.seen, 0, Double.MAX_VALUE, "kW"), "by " + news.id(), Times.nanos(news.time()));
                }
            }

            @Override
            public void onTick(State state, Instant now, Effects out) {
                state.sum += now.getNano();
            }

            @Override
            public void onCommand(State state, Command command, Effects out) {
                if (!command.name().equals("set-limit")) {
                    out.reject("a counter does not know " + command.name());
                } else if (command.argument("limit") == 13) {
                    out.reject("13 brings bad luck");
                } else {
                    out.write("limit", command.argument("limit"));
                }
            }
        };
    }

    private static void ofNeighbour(TwinContext context, SampleBatch batch, int row, Effects out) {
        String name = batch.point(row).toString();
        out.derive("table", name + " of " + context.parts() + " in " + batch.points().definition(batch.handle(row)).unit(), batch.quality(row),
                batch.sourceTime(row));
        if (batch.doubleValue(row) > 1) {
            out.propose(new ProposalDraft("relief", "Größer", "because of " + name, new Gain(1, 0, 2, "kW"), List.of("none"),
                    List.of(new ProposedCommand(batch.point(row).twin(), "set-limit", Map.of("limit", 3.5))), batch.sourceTime(row), Duration.ofHours(1)));
        } else {
            out.withdraw("relief", "no need", batch.sourceTime(row));
        }
    }

    @Override
    public StateCodec<State> codec() {
        return this;
    }

    @Override
    public List<StateMigration> migrations() {
        return List.of(StateMigration.from(1, state -> {
            if (state.length != 16) {
                throw new IOException("a state of schema 1 has 16 bytes, not " + state.length);
            }
            return Arrays.copyOf(state, 24);
        }));
    }

    @Override
    public void encode(State state, DataOutput out) throws IOException {
        out.writeDouble(state.sum);
        out.writeLong(state.seen);
        out.writeLong(state.texts);
    }

    @Override
    public State decode(DataInput in) throws IOException {
        State state = new State();
        state.sum = in.readDouble();
        state.seen = in.readLong();
        state.texts = in.readLong();
        return state;
    }
}
