package org.gemello.gpack.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.proposal.ProposalState;
import org.gemello.gpack.AcceptanceTest;
import org.gemello.gpack.AcceptanceTest.Decision;
import org.gemello.gpack.AcceptanceTest.Expectation;
import org.gemello.gpack.AcceptanceTest.Given;
import org.gemello.gpack.AcceptanceTest.Request;
import org.gemello.gpack.AcceptanceTest.Step;
import org.gemello.gpack.AcceptanceTest.Value;

/** Reads the YAML of an acceptance test. */
public final class AcceptanceReader {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)");
    private static final Map<String, Double> MILLIS = Map.of("ms", 1.0, "s", 1e3, "m", 60e3, "h", 3_600e3);
    private static final List<Quality> QUALITIES = List.of(Quality.GOOD, Quality.UNCERTAIN, Quality.BAD);
    private static final List<String> QUALITY_NAMES = List.of("good", "uncertain", "bad");
    private static final Map<String, ProposalState> DECISIONS = Map.of("applied", ProposalState.APPLIED, "failed", ProposalState.FAILED,
            "declined", ProposalState.DECLINED, "expired", ProposalState.EXPIRED);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String START = "2026-01-01T00:00:00Z";

    private AcceptanceReader() {
    }

    public static AcceptanceTest read(byte[] yaml, String file) throws PackRefusedException {
        Problems problems = new Problems();
        Optional<AcceptanceTest> test = YamlText.read(yaml, file, problems).map(AcceptanceReader::test);
        problems.refuse();
        return test.orElseThrow();
    }

    private static AcceptanceTest test(YamlMap top) {
        top.allowOnly(Set.of("title", "type", "configuration", "parts", "start", "steps"));
        Map<String, String> configuration = new LinkedHashMap<>();
        top.map("configuration").ifPresent(inner -> inner.keys()
                .forEach(key -> inner.value(key).ifPresent(value -> configuration.put(key, String.valueOf(value)))));
        List<Step> steps = new ArrayList<>();
        for (YamlMap each : top.maps("steps")) {
            Step step = step(each);
            if (!steps.isEmpty() && step.at().compareTo(steps.get(steps.size() - 1).at()) < 0) {
                each.problem("at", "'at' is before the step above; write the steps in order of time");
            }
            steps.add(step);
        }
        if (top.require("steps") && steps.isEmpty()) {
            top.problem("steps", "'steps' is empty; write at least one");
        }
        return new AcceptanceTest(top.text("title"), top.text("type"), configuration, parts(top), start(top), steps);
    }

    private static Map<String, List<TwinId>> parts(YamlMap top) {
        Map<String, List<TwinId>> parts = new LinkedHashMap<>();
        top.map("parts").ifPresent(roles -> roles.keys().forEach(role -> parts.put(role, roles.texts(role).stream()
                .flatMap(text -> twin(roles, role, text).stream()).toList())));
        return parts;
    }

    private static Optional<TwinId> twin(YamlMap roles, String role, String text) {
        try {
            return Optional.of(new TwinId(text));
        } catch (IllegalArgumentException e) {
            roles.problem(role, e.getMessage());
            return Optional.empty();
        }
    }

    private static Instant start(YamlMap top) {
        try {
            return Instant.parse(top.optionalText("start").orElse(START));
        } catch (DateTimeException e) {
            top.problem("start", "'start' is no time; write one such as \"" + START + "\"");
            return Instant.EPOCH;
        }
    }

    private static Step step(YamlMap each) {
        each.allowOnly(Set.of("at", "samples", "command", "arguments", "proposal", "becomes", "expect"));
        Map<String, Given> samples = each.map("samples").map(inner -> byKey(inner, key -> given(inner, key))).orElse(Map.of());
        Optional<Request> command = each.optionalText("command").map(name -> new Request(name,
                each.map("arguments").map(inner -> byKey(inner, inner::number)).orElse(Map.of())));
        if (command.isEmpty() && each.has("arguments")) {
            each.problem("arguments", "'arguments' without 'command'; add the command");
        }
        Expectation expect = each.map("expect").map(inner -> expectation(inner, command.isPresent()))
                .orElseGet(Expectation::none);
        return new Step(time(each), samples, command, decision(each), expect);
    }

    private static Optional<Decision> decision(YamlMap each) {
        if (!each.has("proposal") && !each.has("becomes")) {
            return Optional.empty();
        }
        each.require("proposal");
        String becomes = each.text("becomes");
        if (each.has("becomes") && !DECISIONS.containsKey(becomes)) {
            each.problem("becomes", "'becomes' must be one of " + DECISIONS.keySet().stream().sorted().toList());
        }
        return each.optionalText("proposal").map(key -> new Decision(key, DECISIONS.getOrDefault(becomes, ProposalState.EXPIRED)));
    }

    private static Duration time(YamlMap each) {
        Matcher time = TIME.matcher(each.text("at"));
        if (each.has("at") && time.matches()) {
            Duration at = Duration.ofMillis(Math.round(Double.parseDouble(time.group(1)) * MILLIS.get(time.group(2))));
            if (at.compareTo(LONGEST) <= 0) {
                return at;
            }
        }
        if (each.has("at")) {
            each.problem("at", "'at' must be a time since the start such as 0s, 500ms, 2m, at most 24h");
        }
        return Duration.ZERO;
    }

    /** A plain value of good quality, or keys {@code value} and {@code quality}. */
    private static Optional<Given> given(YamlMap samples, String point) {
        if (!samples.isMap(point)) {
            return samples.value(point).map(value -> new Given(value, Quality.GOOD));
        }
        return samples.map(point).map(inner -> {
            inner.allowOnly(Set.of("value", "quality"));
            return new Given(inner.value("value").orElse(null), QUALITIES.get(quality(inner)));
        });
    }

    private static Expectation expectation(YamlMap expect, boolean commanded) {
        expect.allowOnly(Set.of("derived", "texts", "alarms", "proposals", "measured", "written", "rejected"));
        for (String key : List.of("written", "rejected")) {
            if (expect.has(key) && !commanded) {
                expect.problem(key, "'" + key + "' without a command in this step");
            }
        }
        return new Expectation(expect.map("derived").map(inner -> byKey(inner, key -> value(inner, key))).orElse(Map.of()),
                expect.words("texts"),
                expect.map("alarms").map(inner -> byKey(inner, key -> either(inner, key, "active", "inactive"))).orElse(Map.of()),
                expect.map("proposals").map(inner -> byKey(inner, key -> either(inner, key, "open", "none"))).orElse(Map.of()),
                expect.map("measured").map(inner -> byKey(inner, key -> value(inner, key))).orElse(Map.of()),
                expect.map("written").map(inner -> byKey(inner, inner::number)).orElse(Map.of()), expect.optionalText("rejected"));
    }

    private static Optional<Value> value(YamlMap derived, String point) {
        if (!derived.isMap(point)) {
            return derived.number(point).map(value -> new Value(value, 0, 0));
        }
        return derived.map(point).flatMap(inner -> {
            inner.allowOnly(Set.of("value", "tolerance", "quality"));
            inner.require("value");
            return inner.number("value").map(value -> new Value(value, inner.number("tolerance").orElse(0.0), quality(inner)));
        });
    }

    private static int quality(YamlMap map) {
        int quality = QUALITY_NAMES.indexOf(map.optionalText("quality").orElse("good"));
        if (quality < 0) {
            map.problem("quality", "'quality' must be one of " + QUALITY_NAMES);
        }
        return Math.max(quality, 0);
    }

    private static Optional<Boolean> either(YamlMap map, String key, String yes, String no) {
        String text = map.text(key);
        if (!text.equals(yes) && !text.equals(no)) {
            map.problem(key, "'" + key + "' must be " + yes + " or " + no);
        }
        return Optional.of(text.equals(yes));
    }

    private static <T> Map<String, T> byKey(YamlMap map, Function<String, Optional<T>> read) {
        Map<String, T> all = new LinkedHashMap<>();
        map.keys().forEach(key -> read.apply(key).ifPresent(value -> all.put(key, value)));
        return all;
    }
}
