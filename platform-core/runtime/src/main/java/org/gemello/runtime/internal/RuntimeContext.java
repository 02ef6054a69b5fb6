package org.gemello.runtime.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
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
 * @param site      points and types of all twins
 * @param calls     calls into packs that may hang
 * @param decisions hears what a twin wants done about a command
 * @param proposals tells the log of proposals
 * @param troubles  hears of a twin whose behaviour failed or does not come back
 */
record RuntimeContext(SampleLog log, PointSlots slots, Traces traces, SiteFacts site, PackCalls calls, Decisions decisions,
                      ProposalVoice proposals, Troubles troubles) {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeContext.class);

    /** Hears what a twin wants done about a command. */
    @FunctionalInterface
    interface Decisions {
        void decided(Command command, List<EffectCollector.Write> writes, String rejection);
    }

    /** Hears of a twin that has been parked because of its behaviour. */
    interface Troubles {
        /** It threw, or its codec hung. */
        void failed(TwinCell cell);

        /** It has not returned, and its thread is still inside. */
        void stuck(TwinCell cell, Thread thread);
    }

    List<PointDefinition> bound(TwinId twin) {
        return site.bound(twin);
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
}
