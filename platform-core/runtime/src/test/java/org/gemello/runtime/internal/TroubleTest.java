package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinStatus;
import org.gemello.binding.Units;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packs that do not behave. */
class TroubleTest {
    private static final String BAD = "test/bad";
    @TempDir
    Path folder;
    private Harness harness;
    private final AtomicBoolean ill = new AtomicBoolean(true);

    /** The first use of units loads many classes, which on a busy machine takes longer than a call may here. */
    @BeforeAll
    static void loadUnits() {
        Units.conversion("W", "kW");
    }

    @BeforeEach
    void start() throws Exception {
        MemorySite site = new MemorySite().twin("good", CounterType.ID, MemorySite.point("good/count", "1", false));
        for (int i = 1; i <= 4; i++) {
            site.twin("b" + i, BAD, MemorySite.point("b" + i + "/count", "1", false));
        }
        harness = new Harness(folder, site, Duration.ofMillis(1500));
    }

    @AfterEach
    void stop() {
        ill.set(false);
        harness.close();
    }

    /** What a behaviour does with a batch while {@link #ill}. */
    @FunctionalInterface
    interface Deed {
        void on(SampleBatch batch, Effects out);
    }

    private static void loop(AtomicBoolean ill) {
        while (ill.get()) {
            Thread.onSpinWait(); // and an interrupt does not end it
        }
    }

    private static long deep(long depth) {
        return deep(depth + 1) + 1;
    }

    /** A counter of another id whose deeds are bad. */
    private final class BadType implements TwinType<CounterType.State> {
        private final CounterType counter = new CounterType();
        private final Deed deed;
        private final Runnable starting;
        private final Runnable coding;

        BadType(Deed deed, Runnable starting, Runnable coding) {
            this.deed = deed;
            this.starting = starting;
            this.coding = coding;
        }

        @Override
        public TwinTypeId id() {
            return new TwinTypeId(BAD);
        }

        @Override
        public TwinModel model() {
            return counter.model();
        }

        @Override
        public TwinBehavior<CounterType.State> behavior(TwinContext context) {
            TwinBehavior<CounterType.State> real = counter.behavior(context);
            return new TwinBehavior<>() {
                @Override
                public CounterType.State initial() {
                    starting.run();
                    return real.initial();
                }

                @Override
                public void onSamples(CounterType.State state, SampleBatch batch, Effects out) {
                    if (ill.get()) {
                        deed.on(batch, out);
                    }
                    real.onSamples(state, batch, out);
                }
            };
        }

        @Override
        public StateCodec<CounterType.State> codec() {
            StateCodec<CounterType.State> real = counter.codec();
            return new StateCodec<>() {
                @Override
                public void encode(CounterType.State state, DataOutput out) throws IOException {
                    coding.run();
                    real.encode(state, out);
                }

                @Override
                public CounterType.State decode(DataInput in) throws IOException {
                    return real.decode(in);
                }
            };
        }
    }

    private void awaitAlarm(String... words) {
        await().untilAsserted(() -> assertThat(harness.alarms.active()).extracting(PlatformAlarm::message).singleElement().asString().contains(words));
    }

    private BadType bad(Deed deed) {
        return new BadType(deed, () -> { }, () -> { });
    }

    static Stream<Arguments> deeds() {
        return Stream.of(
                Arguments.of("exception", "no good", (Deed) (batch, out) -> {
                    throw new IllegalStateException("no good");
                }),
                Arguments.of("stack overflow", "StackOverflowError", (Deed) (batch, out) -> deep(0)),
                Arguments.of("out of memory", "OutOfMemoryError", (Deed) (batch, out) -> {
                    throw new OutOfMemoryError("as if the heap were full");
                }),
                Arguments.of("missing class", "NoClassDefFoundError", (Deed) (batch, out) -> {
                    throw new NoClassDefFoundError("org/example/Gone");
                }),
                Arguments.of("effects without end", "effects of one call", (Deed) (batch, out) -> {
                    while (true) {
                        out.derive("seen", 1L, Quality.GOOD, 1);
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    void aFailureParksItsTwinNamesThePlaceAndNoOtherTwinNotices(String name, String said, Deed deed) throws Exception {
        harness.runtime().addType(new CounterType());
        harness.runtime().addType(bad(deed));
        harness.append("b1/count", "1", 0);
        await().until(() -> harness.twin("b1").status() == TwinStatus.PARKED);
        assertThat(harness.twin("b1").reason()).contains("offset", said, "TroubleTest");
        awaitAlarm(BAD, "b1", said);
        harness.append("b1/count", "1", 1);
        harness.append("good/count", "1", 0);
        await().until(() -> harness.value("good", "seen") == 1);
        ill.set(false);
        assertThat(harness.exchange().resume(BAD)).isEqualTo(1);
        await().until(() -> harness.value("b1", "seen") == 2);
        assertThat(harness.value("b1", "holes")).isZero();
        assertThat(harness.alarms.active()).isEmpty();
        harness.assertEachInputDerivedOnce(3);
    }

    @Test
    void aBehaviourThatDoesNotReturnLosesItsThreadAndItsTwinIsParkedByName() throws Exception {
        harness.runtime().addType(new CounterType());
        harness.runtime().addType(bad((batch, out) -> loop(ill)));
        harness.append("b1/count", "1", 0);
        harness.append("b2/count", "1", 0);
        await().until(() -> harness.twin("b1").status() == TwinStatus.PARKED && harness.twin("b2").status() == TwinStatus.PARKED);
        assertThat(harness.twin("b1").reason()).contains("did not return", "TroubleTest.loop");
        assertThat(harness.twin("b3").status()).isEqualTo(TwinStatus.RUNNING);
        harness.append("good/count", "1", 0);
        await().until(() -> harness.value("good", "seen") == 1); // both workers are stuck, others do the work
        await().until(() -> harness.runtime().stuckThreads() == 2);
        harness.append("b3/count", "1", 0);
        await().until(() -> harness.twin("b4").status() == TwinStatus.PARKED);
        assertThat(harness.twin("b4").reason()).contains("3 twins of its type");
        awaitAlarm(BAD, "all twins of the type");
        ill.set(false);
        assertThat(harness.exchange().resume(BAD)).isEqualTo(4);
        await().until(() -> Stream.of("b1", "b2", "b3").allMatch(twin -> harness.value(twin, "seen") == 1));
        await().until(() -> harness.runtime().stuckThreads() == 0);
        harness.assertEachInputDerivedOnce(4);
    }

    @Test
    void aLoopDuringTheCatchUpHoldsUpNoOtherTwinOfItsType() throws Exception {
        for (String twin : List.of("b1", "b2", "b3", "b4")) {
            harness.append(twin + "/count", "1", 0);
        }
        harness.runtime().addType(bad((batch, out) -> {
            if (batch.point(0).twin().value().equals("b1")) {
                loop(ill);
            }
        }));
        await().until(() -> harness.twin("b1").status() == TwinStatus.PARKED);
        await().until(() -> Stream.of("b2", "b3", "b4").allMatch(twin -> harness.value(twin, "seen") == 1));
    }

    @Test
    void aPackThatHangsWhileItStartsOrIsSavedHoldsUpNoOther() throws Exception {
        harness.runtime().addType(new BadType((batch, out) -> { }, () -> loop(ill), () -> { }));
        assertThat(harness.twin("b1").reason()).contains("does not return", "TroubleTest.loop");
        assertThat(harness.twin("b4").reason()).contains("not tried");
        harness.runtime().addType(new CounterType());
        harness.append("good/count", "1", 0);
        await().until(() -> harness.value("good", "seen") == 1);
    }

    @Test
    void aCodecThatHangsParksItsTwinAndTheOthersAreSaved() throws Exception {
        BadType type = new BadType((batch, out) -> { }, () -> { }, () -> loop(ill));
        harness.runtime().addType(type);
        harness.runtime().addType(new CounterType());
        harness.append("good/count", "1", 0);
        harness.append("b1/count", "1", 0);
        await().until(() -> harness.value("good", "seen") == 1 && harness.value("b1", "seen") == 1);
        harness.runtime().removeType(type);
        assertThat(harness.twin("b1").status()).isEqualTo(TwinStatus.PARKED);
        harness.restart();
        assertThat(harness.value("good", "seen")).isEqualTo(1);
    }

    @Test
    void aShadowThatDoesNotReturnIsNamedAndLeftBehind() throws Exception {
        harness.runtime().addType(bad((batch, out) -> { }));
        harness.append("b1/count", "1", 0);
        await().until(() -> harness.value("b1", "seen") == 1);
        var shadow = harness.exchange().shadow(List.of(new BadType((batch, out) -> {
            while (ill.get()) {
                LockSupport.parkNanos(1_000_000);
            }
        }, () -> { }, () -> { })));
        harness.append("b1/count", "1", 1);
        await().until(() -> shadow.report().failures().stream().anyMatch(words -> words.contains("b1") && words.contains("does not return")));
        shadow.close();
        await().until(() -> harness.value("b1", "seen") == 2);
        assertThat(harness.twin("b1").status()).isEqualTo(TwinStatus.RUNNING);
    }
}
