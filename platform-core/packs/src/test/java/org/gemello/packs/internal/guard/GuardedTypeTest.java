package org.gemello.packs.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.gemello.security.AuditEvent;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.junit.jupiter.api.Test;

/** What gets through a guard, and what is said of the rest. */
class GuardedTypeTest {
    private final List<AuditEvent> audit = new ArrayList<>();
    private final Refusals refusals = new Refusals(PackOrigin.of("acme", "1.0.0", "0123456789"), audit::add, Runnable::run);
    private final PointTable points = new PointTable();
    private final List<SampleBatch> seen = new ArrayList<>();
    private final List<String> effects = new ArrayList<>();
    private final List<Optional<AtWork>> works = new ArrayList<>();

    private TwinBehavior<int[]> behavior(PackGrant grant, String twin, String... parts) {
        return GuardedType.of(new Type(), grant, refusals).behavior(new TwinContext() {
            @Override
            public TwinId twin() {
                return new TwinId(twin);
            }

            @Override
            public Map<String, String> configuration() {
                return Map.of();
            }

            @Override
            public Map<String, List<TwinId>> parts() {
                return Map.of("part", Stream.of(parts).map(TwinId::new).toList());
            }
        });
    }

    private static PackGrant grant(List<String> read, List<String> write, List<String> commands) {
        return new PackGrant(read, write, commands, false, List.of(), 0);
    }

    private SampleBatch batch(String twin, String... names) {
        SampleBatchBuilder batch = SampleBatch.builder(points, names.length);
        for (String name : names) {
            batch.add(points.handle(new PointDefinition(new PointId(new TwinId(twin), name), "1")), 1.0, 0, 5, 5);
        }
        return batch.build().at(100);
    }

    @Test
    void aBatchThatIsGrantedAsAWholeIsPassedOnAsItIs() {
        SampleBatch batch = batch("t-1", "A", "B");
        behavior(grant(List.of("*/*"), List.of("*/*"), List.of()), "t-1").onSamples(new int[1], batch, new Told());
        behavior(grant(List.of("*/A", "*/B"), List.of("*/*"), List.of()), "t-1").onSamples(new int[1], batch, new Told());
        assertThat(seen).hasSize(2).allMatch(each -> each == batch);
        assertThat(audit).isEmpty();
    }

    @Test
    void whileABehaviourIsAtWorkTheThreadKnowsForWhichTwin() {
        behavior(grant(List.of("*/*"), List.of("*/*"), List.of()), "t-1").onSamples(new int[1], batch("t-1", "A"), new Told());
        assertThat(works).containsExactly(Optional.of(new AtWork(PackOrigin.of("acme", "1.0.0", "0123456789"), new TwinId("t-1"))));
        assertThat(AtWork.here()).isEmpty();
    }

    @Test
    void whatMayNotBeReadIsTakenOutAndTheFirstOfItsKindIsAudited() {
        TwinBehavior<int[]> behavior = behavior(grant(List.of("t-*/A"), List.of("*/*"), List.of()), "t-1");
        for (int i = 0; i < 3; i++) {
            behavior.onSamples(new int[1], batch("t-1", "B", "A", "SP"), new Told());
        }
        assertThat(seen).hasSize(3).allSatisfy(each -> {
            assertThat(each.size()).isOne();
            assertThat(each.point(0).name()).isEqualTo("A");
            assertThat(each.offset(0)).isEqualTo(101);
        });
        assertThat(audit).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("pack.read");
            assertThat(event.object()).isEqualTo("t-1/B");
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
        });
        refusals.writeCounts();
        assertThat(audit).hasSize(2).last().satisfies(event -> assertThat(event.reason()).contains("5 more times"));
        refusals.writeCounts();
        assertThat(audit).hasSize(2);
    }

    @Test
    void pointsOfPartsAreReadWithAGrantOfTheirOwn() {
        TwinBehavior<int[]> behavior = behavior(grant(List.of("t-1/*"), List.of("*/*"), List.of()), "t-1", "p-1", "p-2");
        behavior.onSamples(new int[1], batch("p-1", "W"), new Told());
        assertThat(seen).isEmpty();
        assertThat(audit).singleElement().satisfies(event -> assertThat(event.object()).isEqualTo("t-1/p-1/W"));
        behavior(grant(List.of("t-1/*", "p-*/W"), List.of("*/*"), List.of()), "t-1", "p-1", "p-2").onSamples(new int[1], batch("p-1", "W"), new Told());
        assertThat(seen).singleElement().satisfies(batch -> assertThat(batch.point(0)).isEqualTo(PointId.parse("p-1/W")));
    }

    @Test
    void aTwinThatMayReadNothingIsNotCalled() {
        behavior(PackGrant.NONE, "t-1").onSamples(new int[1], batch("t-1", "A"), new Told());
        assertThat(seen).isEmpty();
    }

    @Test
    void aStarStandsForTextWithinAPartAlone() {
        behavior(grant(List.of("wt-*/A"), List.of(), List.of()), "wt-7").onSamples(new int[1], batch("wt-7", "A"), new Told());
        behavior(grant(List.of("*A"), List.of(), List.of()), "wt-7").onSamples(new int[1], batch("wt-7", "A"), new Told());
        behavior(grant(List.of("wt.7/A"), List.of(), List.of()), "wt-7").onSamples(new int[1], batch("wt-7", "A"), new Told());
        assertThat(seen).hasSize(1);
    }

    @Test
    void aDerivedValueThatIsNotGrantedIsLeftOutAndAlarmsStay() {
        behavior(grant(List.of("*/*"), List.of("*/SP"), List.of()), "t-1").onSamples(new int[1], batch("t-1", "A"), new Told());
        assertThat(effects).containsExactly("alarm hot");
        assertThat(audit).singleElement().satisfies(event -> assertThat(event.object()).isEqualTo("t-1/OUT"));
    }

    @Test
    void aCommandThatIsNotGrantedIsRejectedAndOneThatIsGetsThrough() {
        Command command = new Command("1", new TwinId("t-1"), "go", Map.of(), "op", Instant.EPOCH, Instant.EPOCH);
        behavior(grant(List.of(), List.of("*/*"), List.of("acme/other: go")), "t-1").onCommand(new int[1], command, new Told());
        assertThat(effects).singleElement().satisfies(effect -> assertThat(effect).startsWith("reject").contains("go"));
        effects.clear();
        behavior(grant(List.of(), List.of("*/*"), List.of("acme/type: go")), "t-1").onCommand(new int[1], command, new Told());
        assertThat(effects).containsExactly("write SP");
        effects.clear();
        behavior(grant(List.of(), List.of("*/OUT"), List.of("acme/type: go")), "t-1").onCommand(new int[1], command, new Told());
        assertThat(effects).singleElement().satisfies(effect -> assertThat(effect).startsWith("reject").contains("t-1/SP"));
        assertThat(audit).extracting(AuditEvent::action).containsExactly("pack.command", "pack.write");
    }

    private final class Type implements TwinType<int[]> {
        @Override
        public TwinTypeId id() {
            return new TwinTypeId("acme/type");
        }

        @Override
        public TwinModel model() {
            return new TwinModel(1, "type", List.of(PointSpec.measured("A", "a", "1", 0, 1), PointSpec.measured("B", "b", "1", 0, 1),
                    PointSpec.derived("OUT", "out", "1"), PointSpec.setpoint("SP", "sp", "1", 0, 1)),
                    List.of(new CommandSpec("go", "go", List.of(), Duration.ZERO)), Map.of(),
                    List.of(new PartSpec("part", "part", List.of(), List.of(new PartPoint("W", "1")), 0, 9)));
        }

        @Override
        public TwinBehavior<int[]> behavior(TwinContext context) {
            return new TwinBehavior<>() {
                @Override
                public int[] initial() {
                    return new int[1];
                }

                @Override
                public void onSamples(int[] state, SampleBatch batch, Effects out) {
                    works.add(AtWork.here());
                    seen.add(batch);
                    out.derive("OUT", 1.0, Quality.GOOD, 5);
                    out.raise("hot", Severity.LOW, "hot", 5);
                }

                @Override
                public void onCommand(int[] state, Command command, Effects out) {
                    out.write("SP", 1);
                }
            };
        }

        @Override
        public StateCodec<int[]> codec() {
            return new StateCodec<>() {
                @Override
                public void encode(int[] state, DataOutput out) {
                    throw new UnsupportedOperationException("not asked for here");
                }

                @Override
                public int[] decode(DataInput in) {
                    throw new UnsupportedOperationException("not asked for here");
                }
            };
        }
    }

    private final class Told implements Effects {
        @Override
        public void derive(String point, double value, Quality quality, long sourceTime) {
            effects.add("derive " + point);
        }

        @Override
        public void derive(String point, long value, Quality quality, long sourceTime) {
            effects.add("derive " + point);
        }

        @Override
        public void derive(String point, String text, Quality quality, long sourceTime) {
            effects.add("derive " + point);
        }

        @Override
        public void propose(ProposalDraft draft) {
            effects.add("propose " + draft.key());
        }

        @Override
        public void withdraw(String key, String reason, long sourceTime) {
            effects.add("withdraw " + key);
        }

        @Override
        public void measured(String key, Gain gain, String text, long sourceTime) {
            effects.add("measured " + key);
        }

        @Override
        public void raise(String alarm, Severity severity, String message, long sourceTime) {
            effects.add("alarm " + alarm);
        }

        @Override
        public void clear(String alarm, String message, long sourceTime) {
            effects.add("clear " + alarm);
        }

        @Override
        public void write(String point, double value) {
            effects.add("write " + point);
        }

        @Override
        public void reject(String reason) {
            effects.add("reject " + reason);
        }
    }
}
