package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
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

/**
 * Proposes to limit counter {@code t1} to the level that it is told. A level of 5000 and more proposes advice without commands, each in
 * a key of its own; one of 1000 to 4999 also limits {@code t2}; one below zero withdraws. A level of 1 tells what the last one brought.
 */
final class ProposingType implements TwinType<ProposingType.State> {
    static final String ID = "test/proposing";

    static final class State {
        private String news = "";
    }

    private final String words;
    private final Duration validFor;
    private final boolean silent;

    ProposingType() {
        this("level is ", Duration.ofHours(1), false);
    }

    /**
     * @param words  with which the explanation begins, to tell versions apart
     * @param silent proposes nothing
     */
    ProposingType(String words, Duration validFor, boolean silent) {
        this.words = words;
        this.validFor = validFor;
        this.silent = silent;
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId(ID);
    }

    @Override
    public TwinModel model() {
        return new TwinModel(1, words, List.of(PointSpec.measured("level", "Level", "1", -10, 10_000), PointSpec.derived("news", "News", "1")),
                List.of());
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
                double level = batch.doubleValue(0);
                long time = batch.sourceTime(0);
                if (level == 1) {
                    out.measured("limit", new Gain(1.5, 1, 2, "%"), "it brought 1.5 %", time);
                } else if (level < 0) {
                    out.withdraw("limit", "no need any more", time);
                } else if (!silent) {
                    out.propose(draft(level, time));
                }
            }

            @Override
            public void onProposal(State state, ProposalNews news, Effects out) {
                state.news += news.state() + (news.by().isEmpty() ? "" : " " + news.by()) + (news.state() == ProposalState.FAILED ? "" : " " + news.key()) + ";";
                out.derive("news", state.news, Quality.GOOD, 0);
            }
        };
    }

    private ProposalDraft draft(double level, long time) {
        if (level >= 5000) {
            return new ProposalDraft("advice-" + (int) level, "Clean", words + level, new Gain(1, 0, 2, "%"), List.of(), List.of(), time, validFor);
        }
        ProposedCommand first = new ProposedCommand(new TwinId("t1"), "set-limit", Map.of("limit", level));
        ProposedCommand second = new ProposedCommand(new TwinId("t2"), "set-limit", Map.of("limit", level));
        return new ProposalDraft("limit", "Limit to " + level, words + level, new Gain(2, 1, 3, "%"), List.of("noise"),
                level < 1000 ? List.of(first) : List.of(first, second), time, validFor);
    }

    @Override
    public StateCodec<State> codec() {
        return StateCodec.of((state, out) -> out.writeUTF(state.news), in -> {
            State state = new State();
            state.news = in.readUTF();
            return state;
        });
    }
}
