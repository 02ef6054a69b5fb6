package org.gemello.testkit.opcua;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;

/**
 * What an archive beside the server has kept of one variable, in the order of source time. It goes on while the server is stopped, as
 * the archive of a plant does. Safe for use by many threads.
 */
public final class VariableHistory {
    private final List<DataValue> values = new ArrayList<>();
    private boolean paused;
    private int refusals;

    /** Nothing is kept any more until {@link #resume}: the archive has a hole then. */
    public synchronized void pause() {
        paused = true;
    }

    public synchronized void resume() {
        paused = false;
    }

    /** So many requests are refused from now on, as by a server that is still starting. */
    public synchronized void refuse(int requests) {
        refusals = requests;
    }

    synchronized boolean refuses() {
        return refusals > 0 && refusals-- > 0;
    }

    public synchronized int size() {
        return values.size();
    }

    synchronized void add(DataValue value) {
        if (!paused) {
            values.add(value);
        }
    }

    /** One page of values from {@code start} on and before {@code end} (OPC UA Part 11, 6.5.3). */
    synchronized Page read(DateTime start, DateTime end, int skip, int limit) {
        int first = firstFrom(start) + skip;
        int last = firstFrom(end);
        int until = Math.min(last, Math.max(first, 0) + limit);
        return first >= last ? new Page(List.of(), false) : new Page(List.copyOf(values.subList(first, until)), until < last);
    }

    private int firstFrom(DateTime time) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values.get(middle).sourceTime().utcTime() < time.utcTime()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Some values, and whether there are more. */
    record Page(List<DataValue> values, boolean more) {
    }
}
