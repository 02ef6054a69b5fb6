package org.gemello.log.internal;

import java.util.Arrays;
import java.util.Collection;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;

/**
 * The numbers of points in the segment being written: dense from 0, in order of first use. With the DEFINE records that name
 * them a segment can be read by itself, in any process. Numbers are given under the lock of the {@link Appender}; any thread
 * may look one up, and what it finds stays right: at worst it does not see a new one yet.
 */
final class PointNumbers {
    static final int NONE = -1;
    private final PointTable points;
    private volatile int[] numbers = new int[0];
    private volatile int[] handles = new int[64];
    private int size;

    PointNumbers(PointTable points) {
        this.points = points;
    }

    PointTable points() {
        return points;
    }

    /** Number of points that have one; under the lock. */
    int size() {
        return size;
    }

    /** Numbers by handle, {@link #NONE} where there is none; may be shorter than a handle. Not to be changed. */
    int[] byHandle() {
        return numbers;
    }

    /** Handles by number, for as many numbers as were given before the call. Not to be changed. */
    int[] byNumber() {
        return handles;
    }

    /** The number of a point that the segment has defined, else {@link #NONE}. */
    int number(int handle) {
        int[] known = numbers;
        return handle < known.length ? known[handle] : NONE;
    }

    /** The number of a point that the segment has defined, else {@link #NONE}. */
    int number(PointDefinition definition) {
        return number(points.handle(definition));
    }

    /** Gives the next numbers, in this order; under the lock, once the definitions are written. */
    void assign(Collection<Integer> defined) {
        int[] order = size + defined.size() > handles.length ? Arrays.copyOf(handles, 2 * (size + defined.size())) : handles;
        int[] known = grown(defined.stream().mapToInt(Integer::intValue).max().orElse(0));
        for (int handle : defined) {
            order[size] = handle;
            known[handle] = size++;
        }
        handles = order;
        numbers = known;
    }

    private int[] grown(int handle) {
        int[] known = numbers;
        if (handle < known.length) {
            return known;
        }
        int[] longer = Arrays.copyOf(known, Math.max(handle + 1, points.size()));
        Arrays.fill(longer, known.length, longer.length, NONE);
        return longer;
    }
}
