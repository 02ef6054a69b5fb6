package org.gemello.packs.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.pack.PackState;
import org.gemello.packs.internal.bundle.LoadedVersion;

/** What serves now, and where each pack stands. Safe for use by many threads. */
final class RunningPacks {
    private final Map<String, LoadedVersion> serving = new ConcurrentHashMap<>();
    private final Map<String, PackState> changes = new ConcurrentHashMap<>();
    private final Map<String, String> parked = new ConcurrentHashMap<>();

    Optional<LoadedVersion> find(String pack) {
        return Optional.ofNullable(serving.get(pack));
    }

    Map<String, LoadedVersion> all() {
        return Map.copyOf(serving);
    }

    void serves(String pack, LoadedVersion version) {
        parked.remove(pack);
        serving.put(pack, version);
    }

    /** It cannot work, for this reason. */
    void park(String pack, String reason) {
        serving.remove(pack);
        parked.put(pack, reason);
    }

    /** It is there no more. */
    void forget(String pack) {
        serving.remove(pack);
        parked.remove(pack);
    }

    /** It is being changed; null when that has ended. */
    void changing(String pack, PackState state) {
        if (state == null) {
            changes.remove(pack);
        } else {
            changes.put(pack, state);
        }
    }

    PackState state(String pack) {
        return changes.getOrDefault(pack, reason(pack).isEmpty() ? PackState.ACTIVE : PackState.PARKED);
    }

    /** Why it cannot work, empty where it can. */
    String reason(String pack) {
        LoadedVersion version = serving.get(pack);
        return version != null ? version.trouble() : parked.getOrDefault(pack, "it has not been started yet");
    }
}
