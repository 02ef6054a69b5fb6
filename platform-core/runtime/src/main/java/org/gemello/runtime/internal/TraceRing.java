package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TraceId;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;
import org.osgi.service.component.annotations.Component;

/** The latest traces in memory. A trace that a command has joined moves to a shelf of its own, where samples do not push it out. */
@Component
public final class TraceRing implements Traces {
    private static final int SAMPLE_TRACES = 20_000;
    private static final int COMMAND_TRACES = 2_000;
    /** A batch for a thousand twins would otherwise make a trace of thousands of steps. */
    private static final int STEPS = 64;
    private final Map<TraceId, List<TraceStep>> samples = bounded(SAMPLE_TRACES);
    private final Map<TraceId, List<TraceStep>> commands = bounded(COMMAND_TRACES);

    private static Map<TraceId, List<TraceStep>> bounded(int limit) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<TraceId, List<TraceStep>> eldest) {
                return size() > limit;
            }
        };
    }

    @Override
    public synchronized void add(TraceId trace, Stage stage, String detail) {
        if (!trace.isPresent()) {
            return;
        }
        List<TraceStep> steps = commands.get(trace);
        if (steps == null && stage == Stage.COMMAND) {
            List<TraceStep> before = samples.remove(trace);
            steps = before == null ? new ArrayList<>() : before;
            commands.put(trace, steps);
        } else if (steps == null) {
            steps = samples.computeIfAbsent(trace, t -> new ArrayList<>(4));
        }
        if (steps.size() < STEPS) {
            steps.add(new TraceStep(stage, detail, Instant.now()));
        }
    }

    @Override
    public synchronized List<TraceStep> steps(TraceId trace) {
        List<TraceStep> steps = commands.getOrDefault(trace, samples.get(trace));
        return steps == null ? List.of() : List.copyOf(steps);
    }
}
