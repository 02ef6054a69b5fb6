package org.gemello.worker.internal.child;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.spi.TwinBehavior;

/** Behaviours and states by the numbers that the parent gave them. */
final class HeldObjects {
    /** A behaviour with its type. */
    record Behavior(HostedType type, TwinBehavior<Object> behavior) {
    }

    /** A state; its monitor hands it from one connection's thread to another's. */
    record State(Object value) {
    }

    private final Map<Long, Object> objects = new ConcurrentHashMap<>();

    void hold(long number, Object held) {
        objects.put(number, held);
    }

    void release(long number) {
        objects.remove(number);
    }

    Behavior behavior(long number) {
        return find(Behavior.class, number);
    }

    State state(long number) {
        return find(State.class, number);
    }

    private <T> T find(Class<T> kind, long number) {
        if (!(kind.isInstance(objects.get(number)))) {
            throw new IllegalStateException("the worker holds no " + kind.getSimpleName() + " " + number);
        }
        return kind.cast(objects.get(number));
    }
}
