package org.gemello.rest.internal.event;

import java.util.Arrays;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.TwinId;
import org.gemello.security.policy.Sight;

/** What one client is told: what it wants to hear of, as far as it may see it. For one thread. */
final class EventScope {
    private static final byte YES = 1;
    private static final byte NO = 2;
    private final EventFilter filter;
    private final Sight sight;
    /** What has been found out for a point, by its handle; 0 where nothing has. */
    private byte[] known = new byte[0];

    EventScope(EventFilter filter, Sight sight) {
        this.filter = filter;
        this.sight = sight;
    }

    boolean has(EventKind kind) {
        return filter.kinds().contains(kind);
    }

    /** Whether nothing is kept from this client. */
    boolean isWhole() {
        return filter.hasAllTwins() && sight.seesAll();
    }

    boolean has(TwinId twin) {
        return filter.has(twin) && sight.sees(twin);
    }

    boolean has(PointId point) {
        return filter.has(point) && sight.sees(point);
    }

    /** As {@link #has(PointId)}, for the many values of few points. */
    boolean has(PointTable points, int handle) {
        if (handle >= known.length) {
            known = Arrays.copyOf(known, Math.max(handle + 1, 2 * known.length));
        }
        if (known[handle] == 0) {
            known[handle] = has(points.id(handle)) ? YES : NO;
        }
        return known[handle] == YES;
    }

    /** Rights may have changed. */
    void forget() {
        Arrays.fill(known, (byte) 0);
    }
}
