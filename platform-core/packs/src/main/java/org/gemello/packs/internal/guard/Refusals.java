package org.gemello.packs.internal.guard;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.TraceId;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a version has been refused. The first of each kind for each twin goes into the audit log at once, by another thread than the one
 * that was refused; the others are counted and go there as a number. Bounded: beyond so many kinds only the total is kept.
 */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST = 10_000;
    private final PackOrigin origin;
    private final Audit audit;
    private final Executor writer;
    private final Map<Kind, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong beyond = new AtomicLong();

    private record Kind(String permission, String subject) {
    }

    /** @param writer writes to the audit log, in order */
    public Refusals(PackOrigin origin, Audit audit, Executor writer) {
        this.origin = origin;
        this.audit = audit;
        this.writer = writer;
    }

    /** The version that is refused something. */
    PackOrigin origin() {
        return origin;
    }

    /**
     * Something was refused.
     *
     * @param permission {@code read}, {@code write}, {@code command}, {@code files}, {@code network} or {@code threads}
     * @param subject    twin, or what stands for it
     * @param object     point, command, address
     */
    public void refused(String permission, String subject, String object) {
        Kind kind = new Kind(permission, subject);
        AtomicLong count = counts.get(kind);
        if (count == null && counts.size() < MOST) {
            count = counts.computeIfAbsent(kind, fresh -> new AtomicLong());
        }
        if (count == null) {
            beyond.incrementAndGet();
        } else if (count.getAndIncrement() == 0) {
            writer.execute(() -> record(kind, object, "pack " + origin + " has not been granted this; more of the kind are counted"));
        }
    }

    /** Writes how often each kind has been refused since the last time, where it was more than once. */
    public void writeCounts() {
        counts.forEach((kind, count) -> {
            long more = count.getAndUpdate(n -> Math.min(n, 1)) - 1;
            if (more > 0) {
                record(kind, "*", "pack " + origin + " was refused this " + more + " more times");
            }
        });
    }

    private void record(Kind kind, String object, String reason) {
        try {
            audit.record(new AuditEvent("pack:" + origin.id(), "pack." + kind.permission(), kind.subject() + '/' + object,
                    AuditEvent.Outcome.REFUSED, reason, TraceId.NONE));
        } catch (AuditUnavailableException e) {
            LOG.error("refused: {} of {} by {}/{}; the audit log cannot be written", kind.permission(), origin, kind.subject(), object, e);
        }
    }

    /** Refusals so far in words, for health; empty where there are none. */
    public String summary() {
        List<String> kinds = counts.keySet().stream().map(kind -> kind.permission() + " of " + kind.subject()).sorted().limit(5).toList();
        int more = counts.size() - kinds.size();
        return kinds.isEmpty() ? "" : String.join(", ", kinds) + (more > 0 ? " and " + more + " more" : "");
    }
}
