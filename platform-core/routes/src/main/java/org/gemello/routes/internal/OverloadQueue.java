package org.gemello.routes.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.binding.Overload;

/** Entries that wait for the log, with a bounded number of samples; what has no room goes by a policy. Not safe for many threads. */
final class OverloadQueue {
    private final Overload overload;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Thinning thinning = new Thinning();
    private final Losses losses;
    private long waiting;
    private long lastLoss;

    /** An entry with the trace under which it came. */
    record Waiting(LogEntry entry, TraceId trace) {
        int samples() {
            return entry instanceof LogEntry.Samples samples ? samples.batch().size() : 0;
        }
    }

    OverloadQueue(Overload overload, PointTable points) {
        this.overload = overload;
        this.losses = new Losses(points);
    }

    /** Only samples are dropped; all else keeps its place. */
    void add(LogEntry entry, TraceId trace) {
        if (!(entry instanceof LogEntry.Samples samples)) {
            queue.add(new Waiting(entry, trace));
            return;
        }
        SampleBatch batch = overload.policy() == Overload.Policy.DECIMATE ? thinned(samples.batch()) : samples.batch();
        if (overload.policy() == Overload.Policy.DROP_OLDEST) {
            makeRoom(batch.size());
        }
        if (waiting > 0 && waiting + batch.size() > overload.buffer()) {
            lost(batch);
        } else if (!batch.isEmpty()) {
            queue.add(new Waiting(batch == samples.batch() ? samples : new LogEntry.Samples(batch), trace));
            waiting += batch.size();
        }
    }

    private SampleBatch thinned(SampleBatch batch) {
        int stride = Thinning.stride(waiting, overload.buffer());
        if (stride == 1) {
            return batch;
        }
        SampleBatch kept = thinning.thin(batch, stride);
        if (kept.size() < batch.size()) {
            losses.count(batch.size() - kept.size());
            lastLoss = System.nanoTime();
        }
        return kept;
    }

    private void makeRoom(int samples) {
        Iterator<Waiting> oldest = queue.iterator();
        while (waiting + samples > overload.buffer() && oldest.hasNext()) {
            Waiting candidate = oldest.next();
            if (candidate.entry() instanceof LogEntry.Samples old) {
                oldest.remove();
                waiting -= candidate.samples();
                lost(old.batch());
            }
        }
    }

    /** These samples are not stored. */
    void lost(SampleBatch batch) {
        losses.add(batch);
        lastLoss = System.nanoTime();
    }

    /** The oldest entry; null where there is none. */
    Waiting poll() {
        Waiting next = queue.poll();
        waiting -= next == null ? 0 : next.samples();
        return next;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Samples that wait. */
    long waiting() {
        return waiting;
    }

    /** Samples dropped since the start. */
    long dropped() {
        return losses.total();
    }

    /** True where something was dropped that has not been told yet. */
    boolean hasLosses() {
        return !losses.isEmpty();
    }

    /** Nanoseconds since something was dropped. */
    long calm() {
        return System.nanoTime() - lastLoss;
    }

    /** The gaps to tell, once the worst is over: one for each point, not hundreds. */
    List<Gap> tellLosses(String reason) {
        return hasLosses() && waiting * 2 < overload.buffer() ? losses.tell(reason) : List.of();
    }
}
