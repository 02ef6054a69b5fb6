package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;

/** The points that a segment has defined so far, as handles of this process. For one thread. */
final class PointNames {
    /** Length of the id, length of the unit. */
    private static final int SMALLEST = 4 + 4;
    private final PointTable points;
    private int[] handles;
    private int size;

    PointNames(PointTable points) {
        this(points, new int[64], 0);
    }

    /** With what the segment has defined up to a {@link Mark}. */
    PointNames(PointTable points, int[] defined) {
        this(points, Arrays.copyOf(defined, defined.length + 64), defined.length);
    }

    private PointNames(PointTable points, int[] handles, int size) {
        this.points = points;
        this.handles = handles;
        this.size = size;
    }

    /** Handles of the points defined so far, by number; those of an earlier mark of the segment where nothing has come since. */
    int[] defined(Mark before) {
        return before != null && before.defined().length == size ? before.defined() : Arrays.copyOf(handles, size);
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
        read(in).forEach(this::add);
    }

    /** The points that a DEFINE record names, whatever their numbers. */
    static List<PointDefinition> definitions(PayloadReader in) {
        in.getInt();
        return read(in);
    }

    private static List<PointDefinition> read(PayloadReader in) {
        int count = in.getCount(SMALLEST);
        List<PointDefinition> definitions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            definitions.add(new PointDefinition(PointId.parse(in.getText()), in.getText()));
        }
        return definitions;
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
