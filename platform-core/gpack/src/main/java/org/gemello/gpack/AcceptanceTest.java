package org.gemello.gpack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.proposal.ProposalState;
import org.gemello.gpack.internal.AcceptanceReader;

/**
 * What a twin type must do, as data: a pack carries such files, the build, the test kit and {@code pack verify} run them on the type
 * without any source. Values are in the units of the model.
 *
 * @param title         for people
 * @param type          such as {@code energy/wind-turbine}
 * @param configuration of the twin
 * @param parts         of the twin, by role
 * @param start         virtual time of the first step's {@code 0s}
 * @param steps         in order of time
 */
public record AcceptanceTest(String title, String type, Map<String, String> configuration, Map<String, List<TwinId>> parts, Instant start,
                             List<Step> steps) {
    public AcceptanceTest {
        configuration = Map.copyOf(configuration);
        parts = Map.copyOf(parts);
        steps = List.copyOf(steps);
    }

    /** @throws PackRefusedException with all problems, one a line, each with its place and remedy */
    public static AcceptanceTest read(byte[] yaml, String file) throws PackRefusedException {
        return AcceptanceReader.read(yaml, file);
    }

    /**
     * One moment: the platform's ticks up to it, then its samples, then its command, then its decision, then what is expected.
     *
     * @param at       since the start
     * @param samples  by point; of a part as {@code part/point}
     * @param command  empty for none
     * @param decision about a proposal that is open; empty for none
     * @param expect   what must hold after it
     */
    public record Step(Duration at, Map<String, Given> samples, Optional<Request> command, Optional<Decision> decision, Expectation expect) {
    }

    /**
     * What becomes of an open proposal.
     *
     * @param key   of the proposal
     * @param state APPLIED (accepted and carried out), FAILED (accepted in vain), DECLINED or EXPIRED
     */
    public record Decision(String key, ProposalState state) {
    }

    /**
     * A sample.
     *
     * @param value number, boolean or text; null where there is only a quality
     */
    public record Given(Object value, Quality quality) {
    }

    /** A command with its arguments by parameter. */
    public record Request(String name, Map<String, Double> arguments) {
    }

    /**
     * What must hold.
     *
     * @param derived  last value of each derived point
     * @param texts    part of the last text of each derived point
     * @param alarms   true for active, by alarm
     * @param proposals true for open, by key
     * @param gains    what the twin has told of the effect of each proposal
     * @param written  what this step's command writes, by point; empty where that is not looked at
     * @param rejected part of the reason for which this step's command is refused, empty where it must not be
     */
    public record Expectation(Map<String, Value> derived, Map<String, String> texts, Map<String, Boolean> alarms,
            Map<String, Boolean> proposals, Map<String, Value> gains, Map<String, Double> written, Optional<String> rejected) {
        static final Expectation NONE = new Expectation(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty());

        /** Nothing is expected. */
        public static Expectation none() {
            return NONE;
        }
    }

    /**
     * An expected value.
     *
     * @param tolerance largest difference, in the point's unit
     * @param quality   severity: 0 good, 1 uncertain, 2 bad
     */
    public record Value(double value, double tolerance, int quality) {
    }
}
