package org.gemello.connector.opcua.internal;

import java.util.Arrays;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/** Values that a server tells of in one notification, each with the client handle of its monitored item, in the server's order. */
final class Changes {
    private int count;
    private int[] handles = {};
    private DataValue[] values = {};
    private String broken;

    /** Makes room. */
    void expect(int size) {
        handles = Arrays.copyOf(handles, size);
        values = Arrays.copyOf(values, size);
    }

    void add(int handle, DataValue value) {
        if (count == handles.length) {
            expect(2 * count + 1);
        }
        handles[count] = handle;
        values[count++] = value;
    }

    int count() {
        return count;
    }

    /** The handle is as the server says: it may be one that was never given out. */
    int handle(int number) {
        return handles[number];
    }

    DataValue value(int number) {
        return values[number];
    }

    Changes breakOff(String reason) {
        broken = reason;
        return this;
    }

    /** Why there was more that could not be read; null where this is all. */
    String broken() {
        return broken;
    }
}
