package org.gemello.connector.mqtt.internal;

import java.util.List;
import org.gemello.api.TraceId;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;

/** Remembers no trace. */
final class NoTraces implements Traces {
    @Override
    public void add(TraceId trace, Stage stage, String detail) {
    }

    @Override
    public List<TraceStep> steps(TraceId trace) {
        return List.of();
    }
}
