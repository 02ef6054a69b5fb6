package org.gemello.runtime.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.gemello.api.PointTable;
import org.gemello.api.TwinId;

/**
 * Finds, for a point handle, the twin and the place of the point within the twin's {@link Mirror}, by one array access.
 * Several handles (the same point in other units) share a place. Filled by the dispatcher and the catch-up threads.
 */
final class PointSlots {
    private final PointTable points;
    private final Map<TwinId, Map<String, Integer>> names = new HashMap<>();
    private volatile int[] slots = new int[0];
    private volatile TwinId[] twins = new TwinId[0];

    PointSlots(PointTable points) {
        this.points = points;
    }

    /** Number of handles that points have so far. */
    int size() {
        return points.size();
    }

    TwinId twin(int handle) {
        if (handle >= twins.length) {
            learn();
        }
        return twins[handle];
    }

    int slot(int handle) {
        if (handle >= slots.length) {
            learn();
        }
        return slots[handle];
    }

    private synchronized void learn() {
        int known = slots.length;
        int size = points.size();
        int[] moreSlots = Arrays.copyOf(slots, size);
        TwinId[] moreTwins = Arrays.copyOf(twins, size);
        for (int handle = known; handle < size; handle++) {
            var id = points.id(handle);
            Map<String, Integer> ofTwin = names.computeIfAbsent(id.twin(), t -> new HashMap<>());
            moreSlots[handle] = ofTwin.computeIfAbsent(id.name(), n -> ofTwin.size());
            moreTwins[handle] = id.twin();
        }
        // twins first: a reader that finds a slot also finds the twin
        twins = moreTwins;
        slots = moreSlots;
    }
}
