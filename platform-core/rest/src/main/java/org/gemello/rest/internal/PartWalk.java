package org.gemello.rest.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.TwinId;
import org.gemello.api.twin.TwinView;

/** Goes from twins to their parts. */
final class PartWalk {
    private PartWalk() {
    }

    /**
     * Parts of a twin; a part that has itself as a part, or is not there, ends the way.
     *
     * @param role that the first step takes, null for any
     * @param deep whether the way goes on to the parts of the parts
     */
    static Set<TwinId> parts(Map<TwinId, TwinView> twins, TwinId whole, String role, boolean deep) {
        TwinView first = twins.get(whole);
        Set<TwinId> found = new LinkedHashSet<>();
        Deque<TwinId> next = new ArrayDeque<>();
        if (first != null) {
            first.parts().forEach((each, parts) -> next.addAll(role == null || role.equals(each) ? parts : List.of()));
        }
        while (!next.isEmpty()) {
            TwinId part = next.poll();
            if (found.add(part) && deep && twins.containsKey(part)) {
                twins.get(part).parts().values().forEach(next::addAll);
            }
        }
        return found;
    }

    static boolean has(TwinView twin, TwinId part) {
        return twin.parts().values().stream().anyMatch(parts -> parts.contains(part));
    }
}
