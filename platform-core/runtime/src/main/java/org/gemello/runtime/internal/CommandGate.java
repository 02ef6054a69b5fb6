package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.command.CommandRequest;

/** Judges requests by the {@link CommandPolicy} as twins and plant stand, and remembers when which command was let in last. */
final class CommandGate {
    private final Map<TwinId, TwinCell> cells;
    private final Map<String, Instant> lastIssued = new HashMap<>();

    CommandGate(Map<TwinId, TwinCell> cells) {
        this.cells = cells;
    }

    /** @throws NoSuchElementException where there is no such twin */
    void requireTwin(TwinId twin) {
        if (!cells.containsKey(twin)) {
            throw new NoSuchElementException("no twin '" + twin + "'");
        }
    }

    /** Why the policy would refuse it now; empty where it would not. */
    synchronized Optional<String> objection(CommandRequest request, Caller caller, Instant now) {
        TwinCell cell = cells.get(request.twin());
        return cell == null ? Optional.of("there is no twin '" + request.twin() + "'")
                : CommandPolicy.objection(caller, cell.view().model(), request.name(), request.arguments(), request.timeToLive(), cell::lastNumber,
                        lastIssued.get(key(request)), now);
    }

    /** As {@link #objection}; without one it counts as let in. */
    synchronized Optional<String> judge(CommandRequest request, Caller caller, Instant now) {
        Optional<String> objection = objection(request, caller, now);
        if (objection.isEmpty()) {
            lastIssued.put(key(request), now);
        }
        return objection;
    }

    private static String key(CommandRequest request) {
        return request.twin() + " " + request.name();
    }
}
