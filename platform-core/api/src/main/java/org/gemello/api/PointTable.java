package org.gemello.api;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives every point definition a small number, its handle, so that batches carry an {@code int} instead of a name.
 * Handles are dense from 0, live as long as the process and never change; on disk a log segment carries its own names.
 * Safe for use by many threads; reading a handle takes no lock.
 */
public final class PointTable {
    private final ConcurrentMap<PointDefinition, Integer> handles = new ConcurrentHashMap<>();
    private volatile PointDefinition[] definitions = new PointDefinition[0];

    /** The handle of this definition, a new one where it is seen for the first time. */
    public int handle(PointDefinition definition) {
        Integer known = handles.get(definition);
        return known != null ? known : add(definition);
    }

    private synchronized int add(PointDefinition definition) {
        Integer known = handles.get(definition);
        if (known != null) {
            return known;
        }
        int handle = definitions.length;
        PointDefinition[] grown = Arrays.copyOf(definitions, handle + 1);
        grown[handle] = definition;
        definitions = grown;
        handles.put(definition, handle);
        return handle;
    }

    /** @throws IndexOutOfBoundsException for a handle that this table did not give */
    public PointDefinition definition(int handle) {
        return definitions[handle];
    }

    /** The point behind a handle. */
    public PointId id(int handle) {
        return definitions[handle].id();
    }

    /** Number of handles given so far. */
    public int size() {
        return definitions.length;
    }
}
