package org.gemello.runtime.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/** A twin's other life: it sees the log, and nothing of what it wants is done. For one thread. */
final class ShadowTwin {
    private final Incarnation life;
    private final Comparison comparison;
    private final int remembered;
    private final Map<Long, SampleBatch> waiting = new LinkedHashMap<>();
    private final long begin;
    private long applied;
    private long forgotten = -1;

    /** @param remembered most causes whose derived values wait for those of the serving version */
    ShadowTwin(Incarnation life, Comparison comparison, int remembered) {
        this.life = life;
        this.comparison = comparison;
        this.remembered = remembered;
        this.begin = life.from() == null ? -1 : life.from().applied();
        this.applied = begin;
    }

    Incarnation life() {
        return life;
    }

    long applied() {
        return applied;
    }

    void take(LogRecord record, LogEntry own) {
        if (record.next() - 1 <= applied) {
            return;
        }
        Arrival arrival = life.arrival(record, own);
        life.call(record, arrival);
        if (arrival.echo()) {
            compare(record.cause(), arrival.shown());
        } else {
            remember(record.next() - 1, life.effects().derived());
        }
        applied = record.next() - 1;
    }

    private void compare(long cause, SampleBatch served) {
        SampleBatch own = waiting.remove(cause);
        if (own != null) {
            comparison.compare(cause, served, own);
        } else if (cause > begin && cause > forgotten) {
            comparison.compare(cause, served, served.range(0, 0));
        }
    }

    private void remember(long cause, SampleBatch derived) {
        if (derived.isEmpty()) {
            return;
        }
        waiting.put(cause, derived);
        if (waiting.size() > remembered) {
            Iterator<Long> oldest = waiting.keySet().iterator();
            forgotten = oldest.next();
            oldest.remove();
        }
    }
}
