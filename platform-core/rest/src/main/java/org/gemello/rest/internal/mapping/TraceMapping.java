package org.gemello.rest.internal.mapping;

import java.util.List;
import org.gemello.api.TraceId;
import org.gemello.api.trace.TraceStep;
import org.gemello.rest.internal.contract.TraceJson;
import org.gemello.rest.internal.contract.TraceStepJson;

/** Traces as the contract shows them. */
public final class TraceMapping {
    private TraceMapping() {
    }

    public static TraceJson of(TraceId trace, List<TraceStep> steps) {
        return new TraceJson().traceId(trace.toString()).steps(steps.stream().map(step -> new TraceStepJson()
                .stage(TraceStepJson.StageEnum.fromValue(step.stage().name())).detail(step.detail()).time(step.time())).toList());
    }
}
