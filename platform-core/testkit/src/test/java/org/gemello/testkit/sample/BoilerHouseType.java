package org.gemello.testkit.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** Knows the temperatures of its boilers and proposes to turn the hottest down when it is ten kelvin hotter than the coolest. */
public final class BoilerHouseType implements TwinType<BoilerHouseType.State> {

    /** Temperatures by boiler, in the order of their names, and whether a proposal has been applied. */
    public static final class State {
        private final TreeMap<String, Double> temperatures = new TreeMap<>();
        private boolean applied;
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId("test/boiler-house");
    }

    @Override
    public TwinModel model() {
        return new TwinModel(1, "Boiler house", List.of(PointSpec.measured("Outside", "Outside temperature", "Cel", -50, 50),
                PointSpec.derived("Hottest", "Hottest boiler", "Cel"), PointSpec.derived("Table", "Temperatures", "1")), List.of(), Map.of(),
                List.of(new PartSpec("boiler", "Boilers", List.of("test/boiler"), List.of(new PartPoint("T", "Cel")), 1, 8)));
    }

    @Override
    public TwinBehavior<State> behavior(TwinContext context) {
        List<TwinId> boilers = context.parts().getOrDefault("boiler", List.of());
        return new TwinBehavior<>() {
            @Override
            public State initial() {
                return new State();
            }

            @Override
            public void onSamples(State state, SampleBatch batch, Effects out) {
                for (int row = 0; row < batch.size(); row++) {
                    if (boilers.contains(batch.point(row).twin()) && !Double.isNaN(batch.doubleValue(row))) {
                        state.temperatures.put(batch.point(row).twin().value(), batch.doubleValue(row));
                        tell(state, batch.sourceTime(row), out);
                    }
                }
            }

            @Override
            public void onProposal(State state, ProposalNews news, Effects out) {
                if (news.state() == ProposalState.APPLIED) {
                    state.applied = true;
                    out.measured("balance", new Gain(3, 2, 4, "%"), "as planned", Times.nanos(news.time()));
                }
            }

            @Override
            public void onTick(State state, Instant now, Effects out) {
                if (state.applied) {
                    out.withdraw("balance", "it is done", Times.nanos(now));
                }
            }
        };
    }

    private static void tell(State state, long time, Effects out) {
        Map.Entry<String, Double> hottest = state.temperatures.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double coolest = state.temperatures.values().stream().mapToDouble(t -> t).min().orElseThrow();
        out.derive("Hottest", hottest.getValue(), Quality.GOOD, time);
        out.derive("Table", state.temperatures.toString(), Quality.GOOD, time);
        if (hottest.getValue() - coolest > 10) {
            out.propose(new ProposalDraft("balance", "Turn " + hottest.getKey() + " down", "it has " + hottest.getValue() + " Cel", new Gain(3, 1, 5, "%"),
                    List.of(), List.of(new ProposedCommand(new TwinId(hottest.getKey()), "set-temperature", Map.of("temperature", coolest))), time,
                    Duration.ofMinutes(1)));
        } else {
            out.withdraw("balance", "they are level", time);
        }
    }

    @Override
    public StateCodec<State> codec() {
        return StateCodec.of((state, out) -> {
            out.writeBoolean(state.applied);
            out.writeInt(state.temperatures.size());
            for (Map.Entry<String, Double> temperature : state.temperatures.entrySet()) {
                out.writeUTF(temperature.getKey());
                out.writeDouble(temperature.getValue());
            }
        }, in -> {
            State state = new State();
            state.applied = in.readBoolean();
            for (int left = in.readInt(); left > 0; left--) {
                state.temperatures.put(in.readUTF(), in.readDouble());
            }
            return state;
        });
    }
}
