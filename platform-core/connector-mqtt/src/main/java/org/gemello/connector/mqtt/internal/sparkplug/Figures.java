package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.concurrent.atomic.AtomicLong;

/** Counters of a host. Written by the event loop, read by anybody. */
final class Figures {
    private final AtomicLong unbound = new AtomicLong();
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong rebirths = new AtomicLong();
    private final AtomicLong staleDeaths = new AtomicLong();

    void unbound() {
        unbound.lazySet(unbound.get() + 1); // one writer: cheaper than an atomic addition for every metric
    }

    void foreign() {
        foreign.incrementAndGet();
    }

    void dropped() {
        dropped.incrementAndGet();
    }

    void rebirth() {
        rebirths.incrementAndGet();
    }

    void staleDeath() {
        staleDeaths.incrementAndGet();
    }

    /** Values of metrics that nothing is bound to. */
    long unboundMetrics() {
        return unbound.get();
    }

    /** Messages of nodes and devices that nothing is bound to. */
    long foreignMessages() {
        return foreign.get();
    }

    /** Messages that could not be understood because a birth was missing; they are covered by gaps. */
    long droppedMessages() {
        return dropped.get();
    }

    /** Requests for a rebirth that were sent. */
    long rebirthRequests() {
        return rebirths.get();
    }

    /** Deaths that belonged to an earlier birth and were passed over. */
    long ignoredDeaths() {
        return staleDeaths.get();
    }

    @Override
    public String toString() {
        return rebirths + " rebirths asked for, " + dropped + " messages without a birth, " + staleDeaths + " stale deaths, " + unbound
                + " values and " + foreign + " messages that nothing is bound to";
    }
}
