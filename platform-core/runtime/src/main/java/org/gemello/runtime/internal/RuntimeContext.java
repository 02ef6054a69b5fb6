package org.gemello.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.gemello.api.PointDefinition;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all twins share.
 *
 * @param bound     definitions of the points that the site binds to each twin
 * @param decisions hears what a twin wants done about a command
 * @param failures  hears of a twin whose behaviour failed
 */
record RuntimeContext(SampleLog log, PointSlots slots, Traces traces, Map<TwinId, List<PointDefinition>> bound,
                      Decisions decisions, Consumer<TwinCell> failures) {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeContext.class);

    /** Hears what a twin wants done about a command. */
    @FunctionalInterface
    interface Decisions {
        void decided(Command command, List<EffectCollector.Write> writes, String rejection);
    }

    List<PointDefinition> bound(TwinId twin) {
        return bound.getOrDefault(twin, List.of());
    }

    /** Appends what was derived from {@code input}, under the input's trace. */
    CompletableFuture<Long> append(LogEntry entry, LogRecord input, long cause) {
        CompletableFuture<Long> stored = log.append(entry, input.trace(), cause);
        stored.whenComplete((offset, failure) -> {
            if (failure != null) {
                LOG.error("not in the log, it comes again with the replay: what was derived from offset {}: {}", cause, failure.toString());
            }
        });
        return stored;
    }

    void decided(Command command, List<EffectCollector.Write> writes, String rejection) {
        decisions.decided(command, writes, rejection);
    }

    void failed(TwinCell cell) {
        failures.accept(cell);
    }
}
