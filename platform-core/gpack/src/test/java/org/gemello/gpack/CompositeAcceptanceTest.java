package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackRefusedException;
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
import org.junit.jupiter.api.Test;

/** Acceptance tests of twins that have parts, derive texts and propose. */
class CompositeAcceptanceTest {
    private static final String GOOD = """
            title: A park that closes a gate
            type: water/park
            parts: {tank: [t-1, t-2]}
            steps:
              - {at: 0s, samples: {t-1/LEVEL: 2}, expect: {texts: {LAST: "t-1 of 2: 2.0"}, proposals: {close: none}}}
              - {at: 1s, samples: {t-2/LEVEL: 9}, expect: {texts: {LAST: t-2}, proposals: {close: open}}}
              - {at: 2s, proposal: close, becomes: applied, expect: {proposals: {close: none}, measured: {close: {value: 4, tolerance: 0.1}}}}
              - {at: 3s, samples: {t-2/LEVEL: 9}, proposal: close, becomes: declined, expect: {texts: {LAST: DECLINED by acceptance}}}
            """;

    /** Tells the last level as a text and proposes to close the gate above 5. */
    private static final class Park implements TwinType<int[]> {
        @Override
        public TwinTypeId id() {
            return new TwinTypeId("water/park");
        }

        @Override
        public TwinModel model() {
            return new TwinModel(1, "Park", List.of(PointSpec.derived("LAST", "Last", "1")), List.of(), Map.of(),
                    List.of(new PartSpec("tank", "Tanks", List.of(), List.of(new PartPoint("LEVEL", "m")), 0, 9)));
        }

        @Override
        public TwinBehavior<int[]> behavior(TwinContext context) {
            return new TwinBehavior<>() {
                @Override
                public int[] initial() {
                    return new int[0];
                }

                @Override
                public void onSamples(int[] state, SampleBatch batch, Effects out) {
                    String part = batch.point(0).twin().value();
                    out.derive("LAST", part + " of " + context.parts().get("tank").size() + ": " + batch.doubleValue(0), Quality.GOOD, 0);
                    if (batch.doubleValue(0) > 5) {
                        out.propose(new ProposalDraft("close", "Close", "high", new Gain(4, 3, 5, "m3"), List.of(),
                                List.of(new ProposedCommand(new TwinId(part), "close", Map.of())), 0, Duration.ofHours(1)));
                    }
                }

                @Override
                public void onProposal(int[] state, ProposalNews news, Effects out) {
                    out.derive("LAST", news.state() + " by " + news.by(), Quality.GOOD, 0);
                    if (news.state() == ProposalState.APPLIED) {
                        out.measured(news.key(), new Gain(4.05, 4, 4.1, "m3"), "", 0);
                    }
                }
            };
        }

        @Override
        public StateCodec<int[]> codec() {
            return StateCodec.of((state, out) -> { }, in -> new int[0]);
        }
    }

    private static List<String> failures(String yaml) throws PackRefusedException {
        return AcceptanceRunner.run(new Park(), AcceptanceTest.read(yaml.getBytes(StandardCharsets.UTF_8), "a.yaml")).failures();
    }

    @Test
    void whatHoldsIsFound() throws PackRefusedException {
        assertThat(failures(GOOD)).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsTold() throws PackRefusedException {
        assertThat(failures(GOOD.replace("LAST: t-2", "LAST: t-9"))).containsExactly("at 1.0 s: LAST is 't-2 of 2: 9.0' and should contain 't-9'");
        assertThat(failures(GOOD.replace("{close: open}", "{close: none}"))).containsExactly("at 1.0 s: proposal close is open");
        assertThat(failures(GOOD.replace("value: 4,", "value: 5,"))).containsExactly("at 2.0 s: what proposal close has brought is 4.05 and should be 5.0 +- 0.1");
        assertThat(failures(GOOD.replace("t-2/LEVEL: 9}, expect", "t-2/LEVEL: 4}, expect"))).first().asString().contains("proposal close is not open");
        assertThat(failures(GOOD.replace("{t-1/LEVEL: 2}", "{t-7/LEVEL: 2}"))).singleElement().asString().contains("no point LEVEL of a part t-7");
        assertThat(failures(GOOD.replace("{tank: [", "{pool: ["))).singleElement().asString().contains("the model has no role 'pool'");
    }

    @Test
    void whatIsWrittenWrongIsRefused() {
        assertThatThrownBy(() -> failures(GOOD.replace("becomes: applied", "becomes: true"))).isInstanceOf(PackRefusedException.class);
        assertThatThrownBy(() -> failures(GOOD.replace("becomes: applied", "becomes: better"))).isInstanceOf(PackRefusedException.class)
                .hasMessageContaining("'becomes' must be one of [applied, declined, expired, failed]");
        assertThatThrownBy(() -> failures(GOOD.replace("[t-1,", "[T-1,"))).isInstanceOf(PackRefusedException.class).hasMessageContaining("twin id 'T-1'");
    }
}
