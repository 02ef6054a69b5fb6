package org.gemello.log.internal;

import java.util.Arrays;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;

/** The points that a segment has defined so far, as handles of this process. For one thread. */
final class PointNames {
    /** Length of the id, length of the unit. */
    private static final int SMALLEST = 4 + 4;
    private final PointTable points;
    private int[] handles = new int[64];
    private int size;

    PointNames(PointTable points) {
        this.points = points;
    }

    PointTable points() {
        return points;
    }

    /** Takes the payload of a DEFINE record. */
    void define(PayloadReader in) {
        int first = in.getInt();
        if (first != size) {
            throw new IllegalArgumentException("defines points from number " + first + " on, expected " + size);
        }
        for (int left = in.getCount(SMALLEST); left > 0; left--) {
            add(new PointDefinition(PointId.parse(in.getText()), in.getText()));
        }
    }

    private void add(PointDefinition definition) {
        if (size == handles.length) {
            handles = Arrays.copyOf(handles, 2 * size);
        }
        handles[size++] = points.handle(definition);
    }

    int handle(int number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("uses point number " + number + ", which the segment has not defined");
        }
        return handles[number];
    }

    PointDefinition definition(int number) {
        return points.definition(handle(number));
    }
}
