package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;

/**
 * The numbers of points in the segment being written: dense from 0, in order of first use. With the DEFINE records that name
 * them a segment can be read by itself, in any process. For one thread.
 */
final class PointNumbers {
    private static final int NONE = -1;
    private final PointTable points;
    private final Set<Integer> unnamed = new LinkedHashSet<>();
    private int[] numbers = new int[0];
    private int size;

    PointNumbers(PointTable points) {
        this.points = points;
    }

    int handle(PointDefinition definition) {
        return points.handle(definition);
    }

    /** Notes that the next record uses a point. */
    void use(int handle) {
        if (handle >= numbers.length || numbers[handle] == NONE) {
            unnamed.add(handle);
        }
    }

    /** The number of a point that the segment has defined. */
    int number(int handle) {
        return numbers[handle];
    }

    boolean hasUnnamed() {
        return !unnamed.isEmpty();
    }

    /** Writes the payload of a DEFINE record for the points noted; they have their numbers from then on. */
    void define(PayloadWriter out) {
        List<Integer> handles = new ArrayList<>(unnamed);
        unnamed.clear();
        out.putInt(size);
        out.putInt(handles.size());
        for (int handle : handles) {
            PointDefinition definition = points.definition(handle);
            out.putText(definition.id().toString());
            out.putText(definition.unit());
        }
        handles.forEach(this::assign);
    }

    private void assign(int handle) {
        if (handle >= numbers.length) {
            int known = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(handle + 1, points.size()));
            Arrays.fill(numbers, known, numbers.length, NONE);
        }
        numbers[handle] = size++;
    }
}
