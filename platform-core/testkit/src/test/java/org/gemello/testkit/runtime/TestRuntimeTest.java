package org.gemello.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.StateMigration;
import org.gemello.testkit.clock.VirtualClock;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.RecordedLogFile;
import org.gemello.testkit.sample.BoilerType;
import org.gemello.testkit.sample.NextBoilerType;
import org.junit.jupiter.api.Test;

class TestRuntimeTest {
    private final TestRuntime runtime = TestRuntime.of(new BoilerType());
    private final TestTwin boiler = runtime.twin("boiler-1");

    @Test
    void valuesComeInAndGoOut() {
        boiler.send("T", 80.0).advance(Duration.ofSeconds(10)).send("T", 90.0, Quality.UNCERTAIN);
        assertThat(boiler.value("Mean")).isEqualTo(85.0);
        assertThat(boiler.state("Mean").quality()).isEqualTo(Quality.UNCERTAIN);
        assertThat(boiler.state("T").sourceTime()).isEqualTo(VirtualClock.START.plusSeconds(10));
        assertThat(boiler.derived("Mean")).extracting(Effect.Derived::value).containsExactly(80.0, 85.0);
        assertThat(boiler.state()).containsOnlyKeys("T", "Mean");
        assertThat(boiler.value("SetT")).isNaN();
        assertThatThrownBy(() -> boiler.state("SetT")).isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("SetT of boiler-1 has no value");
        assertThatThrownBy(() -> boiler.send("P", 1)).isInstanceOf(NoSuchElementException.class).hasMessageContaining("no point P");
    }

    @Test
    void aValueOutsideTheRangeIsUncertainAndABadOneKeepsTheLast() {
        Instant source = VirtualClock.START.minusMillis(5);
        boiler.send("T", 200, Quality.GOOD, source);
        assertThat(boiler.state("T").quality()).isEqualTo(Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED);
        assertThat(boiler.state("T").sourceTime()).isEqualTo(source);
        boiler.send("T", null, Quality.BAD_NO_COMMUNICATION);
        assertThat(boiler.value("T")).isEqualTo(200);
        assertThat(boiler.state("T").quality()).isEqualTo(Quality.BAD_NO_COMMUNICATION);
    }

    @Test
    void alarmsComeAndGo() {
        boiler.send("T", 120.0).send("T", 120.0);
        assertThat(boiler.alarm("too-hot")).get().satisfies(alarm -> assertThat(alarm.message())
                .isEqualTo("120.0 Cel are more than 100.0"));
        assertThat(boiler.alarms()).hasSize(1);
        boiler.send("T", 80.0);
        assertThat(boiler.alarms()).isEmpty();
        assertThat(runtime.twin("boiler-2", Map.of("hot", "70")).send("T", 80.0).alarm("too-hot")).isPresent();
    }

    @Test
    void theClockTicksOnceASecondForAllTwins() {
        TestTwin other = runtime.twin("boiler-2");
        runtime.advance(Duration.ofMillis(59_999));
        assertThat(boiler.derived("Mean")).isEmpty();
        runtime.advance(Duration.ofMillis(1));
        assertThat(boiler.derived("Mean")).hasSize(1);
        assertThat(other.derived("Mean")).hasSize(1);
        assertThat(runtime.clock().instant()).isEqualTo(VirtualClock.START.plusSeconds(60));
        assertThatThrownBy(() -> runtime.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(runtime.tick().twin("boiler-1").recording()).hasSize(61);
    }

    @Test
    void commandsAreWrittenOrRefusedAsOnThePlatform() {
        boiler.command("set-target", "target", 80);
        assertThat(boiler.rejections()).singleElement().asString().contains("its present value is not known");
        boiler.send("SetT", 60.0).command("set-target", "target", 80);
        assertThat(boiler.writes()).containsExactly(new Effect.Written("SetT", 80));
        boiler.command("set-target", "target", 81).advance(Duration.ofSeconds(5)).command("set-target", "target", 95)
                .command("set-target", "target", 25).command("set-target", Map.of()).command("set-target", "angle", 1).command("fly",
                        Map.of());
        assertThat(boiler.rejections().subList(1, 7)).satisfiesExactly(
                reason -> assertThat(reason).contains("less than PT5S ago"),
                reason -> assertThat(reason).contains("95.0 is outside 20.0 to 90.0 Cel"),
                reason -> assertThat(reason).contains("step of SetT by 35.0"),
                reason -> assertThat(reason).contains("'target' is missing"),
                reason -> assertThat(reason).contains("no parameter 'angle'"),
                reason -> assertThat(reason).contains("no command 'fly'"));
        assertThat(boiler.writes()).hasSize(1);
    }

    /** A version of the past with fewer schemas, or of the future with more. */
    private static final class Schema extends BoilerType {
        private final int schema;

        Schema(int schema) {
            this.schema = schema;
        }

        @Override
        public TwinModel model() {
            return new TwinModel(schema, "Boiler", points("Cel"), commands(90));
        }

        @Override
        public List<StateMigration> migrations() {
            return List.of();
        }
    }

    @Test
    void aSwapKeepsStateAndLastValues() {
        boiler.send("T", 80.0).send("T", 90.0);
        byte[] before = boiler.bytes();
        runtime.swapTo(new NextBoilerType());
        assertThat(boiler.bytes()).isEqualTo(before);
        assertThat(boiler.value("Temperature")).isCloseTo(363.15, within(1e-9));
        assertThat(boiler.state()).containsOnlyKeys("Temperature", "Mean");
        assertThat(boiler.send("Temperature", 300.0).value("Temperature")).isEqualTo(300);
        assertThat(runtime.twin("boiler-2").model()).isEqualTo(new NextBoilerType().model());
    }

    @Test
    void aSwapThatThePlatformWouldRefuseIsRefused() {
        boiler.send("T", 80.0);
        assertThatThrownBy(() -> runtime.swapTo(new Schema(3))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("no migration from schema 2 to 3");
        assertThatThrownBy(() -> runtime.swapTo(new Schema(1))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("the state has schema 2, this version of test/boiler knows up to 1");
        assertThat(boiler.send("T", 90.0).value("Mean")).as("the old version goes on").isEqualTo(85.0);
    }

    @Test
    void aRecordingIsReplayed() throws Exception {
        Path file = Path.of("src/test/resources/org/gemello/testkit/boiler.csv");
        TestRuntime later = TestRuntime.of(new BoilerType(), Instant.parse("2026-03-01T12:00:00Z"));
        TestTwin replayed = later.twin("b-1");
        replayed.replay(RecordedLogFile.read(file, new TwinId("b-1"), replayed.model()));
        assertThat(replayed.recording()).hasSize(9);
        assertThat(replayed.writes()).containsExactly(new Effect.Written("SetT", 60));
        assertThat(later.clock().instant()).isEqualTo("2026-03-01T12:00:03Z");
        assertThat(replayed.value("Mean")).isNotNaN();
    }
}
