package org.gemello.gpack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.gpack.AcceptanceTest.Decision;
import org.gemello.gpack.AcceptanceTest.Given;
import org.gemello.gpack.AcceptanceTest.Request;
import org.gemello.gpack.AcceptanceTest.Step;
import org.gemello.gpack.internal.ObservedEffects;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;

/**
 * Runs acceptance tests on a twin type in virtual time, as the platform would: a tick at every whole second, commands held against the
 * model's ranges, and the state taken through the codec after every step, as a swap would.
 */
public final class AcceptanceRunner {
    private static final TwinId TWIN = new TwinId("acceptance");
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

    private AcceptanceRunner() {
    }

    private record Context(TwinId twin, Map<String, String> configuration, Map<String, List<TwinId>> parts) implements TwinContext {
    }

    /** What did not hold is told, whatever the type throws. */
    public static AcceptanceResult run(TwinType<?> type, AcceptanceTest test) {
        List<String> failures = new ArrayList<>();
        if (!type.id().value().equals(test.type())) {
            failures.add("the test is about " + test.type() + " and was run on " + type.id());
        } else {
            try {
                new Run<>(type, test, failures).run();
            } catch (IOException | RuntimeException e) {
                failures.add("the type failed: " + e);
            }
        }
        return new AcceptanceResult(test.title(), failures);
    }

    /** One way through a test. */
    private static final class Run<S> {
        private final TwinType<S> type;
        private final AcceptanceTest test;
        private final List<String> failures;
        private final TwinModel model;
        private final TwinBehavior<S> behavior;
        private final PointTable points = new PointTable();
        private final ObservedEffects effects;
        private S state;
        private Duration ticked = Duration.ZERO;
        private int commands;

        Run(TwinType<S> type, AcceptanceTest test, List<String> failures) {
            this.type = type;
            this.test = test;
            this.failures = failures;
            model = type.model();
            behavior = type.behavior(new Context(TWIN, test.configuration(), parts(model, test)));
            state = behavior.initial();
            effects = new ObservedEffects(model);
        }

        private static Map<String, List<TwinId>> parts(TwinModel model, AcceptanceTest test) {
            Map<String, List<TwinId>> parts = new HashMap<>(test.parts());
            test.parts().keySet().stream().filter(role -> model.part(role).isEmpty()).findFirst().ifPresent(role -> {
                throw new IllegalArgumentException("the model has no role '" + role + "'");
            });
            model.parts().forEach(spec -> parts.putIfAbsent(spec.role(), List.of()));
            return parts;
        }

        void run() throws IOException {
            for (Step step : test.steps()) {
                while (ticked.plus(TICK).compareTo(step.at()) <= 0) {
                    ticked = ticked.plus(TICK);
                    behavior.onTick(state, test.start().plus(ticked), effects);
                }
                if (!step.samples().isEmpty()) {
                    behavior.onSamples(state, batch(step), effects);
                }
                step.command().ifPresent(command -> command(step, command));
                step.decision().ifPresent(decision -> decide(step, decision));
                String place = "at " + step.at().toMillis() / 1000.0 + " s: ";
                effects.check(step).forEach(failure -> failures.add(place + failure));
                state = throughCodec();
            }
        }

        private SampleBatch batch(Step step) {
            SampleBatchBuilder batch = SampleBatch.builder(points, step.samples().size());
            long time = Times.nanos(test.start().plus(step.at()));
            step.samples().forEach((name, given) -> add(batch, name, given, time));
            return batch.build();
        }

        private void add(SampleBatchBuilder batch, String name, Given given, long time) {
            if (name.indexOf('/') >= 0) {
                batch.addValue(points.handle(ofPart(PointId.parse(name))), given.value(), given.quality().code(), time, time);
                return;
            }
            PointSpec spec = model.point(name).filter(point -> point.role() != PointRole.DERIVED)
                    .orElseThrow(() -> new IllegalArgumentException("the model has no measured point or set point '" + name + "'"));
            int handle = points.handle(new PointDefinition(new PointId(TWIN, name), spec.unit()));
            batch.addValue(handle, given.value(), given.quality().code(), time, time);
        }

        private PointDefinition ofPart(PointId point) {
            return test.parts().entrySet().stream().filter(role -> role.getValue().contains(point.twin()))
                    .flatMap(role -> model.part(role.getKey()).orElseThrow().points().stream()).filter(wanted -> wanted.name().equals(point.name()))
                    .findFirst().map(wanted -> new PointDefinition(point, wanted.unit()))
                    .orElseThrow(() -> new IllegalArgumentException("the model wants no point " + point.name() + " of a part " + point.twin()));
        }

        private void decide(Step step, Decision decision) {
            if (!effects.close(decision.key())) {
                failures.add("at " + step.at().toMillis() / 1000.0 + " s: proposal " + decision.key() + " is not open, so nothing becomes of it");
                return;
            }
            boolean accepted = decision.state() == ProposalState.APPLIED || decision.state() == ProposalState.FAILED;
            if (accepted) {
                news(step, decision.key(), ProposalState.ACCEPTED, "acceptance");
            }
            news(step, decision.key(), decision.state(), decision.state() == ProposalState.DECLINED ? "acceptance" : "");
        }

        private void news(Step step, String key, ProposalState news, String by) {
            behavior.onProposal(state, new ProposalNews(TWIN + ":" + key, key, news, by, "", test.start().plus(step.at())), effects);
        }

        private void command(Step step, Request request) {
            String refusal = refusal(request);
            effects.begin();
            if (refusal.isEmpty()) {
                Instant now = test.start().plus(step.at());
                String id = "acceptance-" + ++commands;
                Instant expires = now.plus(TIME_TO_LIVE);
                behavior.onCommand(state, new Command(id, TWIN, request.name(), request.arguments(), "acceptance", now, expires), effects);
            } else {
                effects.reject(refusal);
            }
            effects.end();
        }

        /** What the platform's policy says before the behaviour is asked; empty where it lets the command in. */
        private String refusal(Request request) {
            var spec = model.command(request.name());
            if (spec.isEmpty()) {
                return "unknown command " + request.name();
            }
            for (ParameterSpec parameter : spec.get().parameters()) {
                Double value = request.arguments().get(parameter.name());
                if (value == null) {
                    return "argument " + parameter.name() + " is missing";
                } else if (value < parameter.low() || value > parameter.high()) {
                    return parameter.name() + " is outside of its range from " + parameter.low() + " to " + parameter.high() + " "
                            + parameter.unit();
                }
            }
            return "";
        }

        private S throughCodec() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            type.codec().encode(state, new DataOutputStream(bytes));
            return type.codec().decode(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
    }
}
