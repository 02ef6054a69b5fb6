package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gemello.api.Quality;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceRunnerTest {
    private static final String GOOD = """
            title: A tank that fills
            type: water/tank
            configuration: {full: 3}
            steps:
              - {at: 0s, samples: {FLOW: 1.5}, expect: {derived: {LEVEL: 1.5, SECONDS: 0}, alarms: {full: inactive}}}
              - {at: 2.5s, samples: {FLOW: {value: 2, quality: uncertain}},
                 expect: {derived: {LEVEL: {value: 3.4, tolerance: 0.2, quality: uncertain}, SECONDS: 2}, alarms: {full: active}}}
              - {at: 3s, command: open, arguments: {to: 40}, expect: {written: {VALVE: 40}}}
              - {at: 3s, command: open, arguments: {to: 140}, expect: {rejected: outside of its range}}
              - {at: 4s, command: open, arguments: {to: 13}, expect: {rejected: unlucky}}
            """;

    /** Adds up its flow, counts ticks; state is level, seconds. */
    private static final class Tank implements TwinType<double[]>, StateCodec<double[]> {
        @Override
        public TwinTypeId id() {
            return new TwinTypeId("water/tank");
        }

        @Override
        public TwinModel model() {
            return new TwinModel(1, "Tank", List.of(PointSpec.measured("FLOW", "Flow", "m3", 0, 100),
                    PointSpec.setpoint("VALVE", "Valve", "%", 0, 100),
                    PointSpec.derived("LEVEL", "Level", "m3"), PointSpec.derived("SECONDS", "Seconds", "s")),
                    List.of(new CommandSpec("open", "Open", List.of(new ParameterSpec("to", "To", "%", 0, 100, 100, "VALVE")),
                    Duration.ZERO)));
        }

        @Override
        public TwinBehavior<double[]> behavior(TwinContext context) {
            double full = context.number("full", 10);
            return new TwinBehavior<>() {
                @Override
                public double[] initial() {
                    return new double[2];
                }

                @Override
                public void onSamples(double[] state, SampleBatch batch, Effects out) {
                    state[0] += batch.doubleValue(0);
                    out.derive("LEVEL", state[0], batch.quality(0), batch.sourceTime(0));
                    out.derive("SECONDS", (long) state[1], Quality.GOOD, batch.sourceTime(0));
                    if (state[0] > full) {
                        out.raise("full", Severity.HIGH, "full", batch.sourceTime(0));
                    }
                }

                @Override
                public void onTick(double[] state, Instant now, Effects out) {
                    state[1]++;
                }

                @Override
                public void onCommand(double[] state, Command command, Effects out) {
                    if (command.argument("to") == 13) {
                        out.reject("unlucky number");
                    } else {
                        out.write("VALVE", command.argument("to"));
                    }
                }
            };
        }

        @Override
        public StateCodec<double[]> codec() {
            return this;
        }

        @Override
        public void encode(double[] state, DataOutput out) throws IOException {
            out.writeDouble(state[0]);
            out.writeDouble(state[1]);
        }

        @Override
        public double[] decode(DataInput in) throws IOException {
            return new double[] {in.readDouble(), in.readDouble()};
        }
    }

    private static List<String> run(String yaml) throws Exception {
        return AcceptanceRunner.run(new Tank(), AcceptanceTest.read(yaml.getBytes(StandardCharsets.UTF_8), "tank.yaml")).failures();
    }

    @Test
    void whatHoldsPasses() throws Exception {
        assertThat(run(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"LEVEL: 1.5|LEVEL: 1.6|at 0.0 s: LEVEL is 1.5 and should be 1.6 +- 0.0",
            "full: inactive|full: active|at 0.0 s: alarm full is not active",
            "full: active|full: inactive|at 2.5 s: alarm full is active", "SECONDS: 2|SECONDS: 3|at 2.5 s: SECONDS is 2.0",
            "VALVE: 40|VALVE: 41|open wrote {VALVE=40.0}",
            "rejected: unlucky|rejected: broken|refused with 'unlucky number'", "to: 140|to: 100|and was taken",
            "to: 40|to: 13|open was refused: unlucky number",
            "quality: uncertain}, SECONDS|quality: good}, SECONDS|LEVEL is of uncertain quality and should be good",
            "{FLOW: 1.5}|{FLOWS: 1.5}|no measured point or set point 'FLOWS'",
            "type: water/tank|type: water/pump|the test is about water/pump", "{full: 3}|{full: much}|not a number"})
    void whatDoesNotHoldIsTold(String from, String to, String sentence) throws Exception {
        assertThat(GOOD).contains(from);
        assertThat(run(GOOD.replace(from, to))).anyMatch(failure -> failure.contains(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"at: 2.5s|at: soon|'at' must be a time", "at: 4s|at: 1s|before the step above",
            "alarms: {full: active}|alarms: {full: yes}|active or inactive",
            "title: A tank that fills|titel: A tank|'titel' is not known here",
            "expect: {written|expects: {written|'expects' is not known", "at: 4s|at: 25h|at most 24h",
            "command: open, arguments: {to: 140}, expect|arguments: {to: 140}, expect|'arguments' without 'command'"})
    void wrongTestsAreToldWithTheirPlace(String from, String to, String sentence) {
        assertThat(GOOD).contains(from);
        assertThatThrownBy(() -> run(GOOD.replace(from, to))).hasMessageContaining(sentence).hasMessageContaining("tank.yaml:");
    }
}
