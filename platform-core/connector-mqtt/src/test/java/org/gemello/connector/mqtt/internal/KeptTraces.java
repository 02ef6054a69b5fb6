package org.gemello.connector.mqtt.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.TraceId;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;

/** The last step of each trace. */
final class KeptTraces implements Traces {
    private final Map<TraceId, TraceStep> steps = new ConcurrentHashMap<>();

    @Override
    public void add(TraceId trace, Stage stage, String detail) {
        steps.put(trace, new TraceStep(stage, detail, Instant.now()));
    }

    @Override
    public List<TraceStep> steps(TraceId trace) {
        return steps.containsKey(trace) ? List.of(steps.get(trace)) : List.of();
    }
}
