package org.gemello.api.trace;

import java.util.List;
import org.gemello.api.TraceId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The latest traces, in memory and bounded: the oldest is forgotten first, traces of commands later than others.
 * Safe for use by many threads; cheap enough for every batch.
 */
@ProviderType
public interface Traces {

    void add(TraceId trace, Stage stage, String detail);

    /** Steps in order of time; empty where the trace is unknown or forgotten. */
    List<TraceStep> steps(TraceId trace);
}
