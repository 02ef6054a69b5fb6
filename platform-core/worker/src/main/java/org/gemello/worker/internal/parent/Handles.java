package org.gemello.worker.internal.parent;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers for objects of the child. When the collector has taken what stands for one here, its number comes back to be told the child. */
final class Handles {
    private final AtomicLong next = new AtomicLong();
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final Set<Number> held = ConcurrentHashMap.newKeySet();

    private static final class Number extends PhantomReference<Object> {
        private final long value;

        Number(Object standIn, ReferenceQueue<Object> queue, long value) {
            super(standIn, queue);
            this.value = value;
        }
    }

    long number() {
        return next.getAndIncrement();
    }

    /** Watches what stands for that object. */
    void watch(Object standIn, long number) {
        held.add(new Number(standIn, queue, number));
    }

    /** A number that is not needed any more, -1 where there is none now. */
    long freed() {
        Number freed = (Number) queue.poll();
        if (freed == null) {
            return -1;
        }
        held.remove(freed);
        return freed.value;
    }
}
