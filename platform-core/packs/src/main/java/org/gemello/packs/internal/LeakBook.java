package org.gemello.packs.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;
import org.gemello.packs.internal.bundle.LeakProbe;
import org.gemello.packs.internal.bundle.Remains;

/** Retired versions that are still in memory, each with an alarm until they have gone. Safe for use by many threads. */
final class LeakBook {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final PlatformAlarms alarms;
    private final Map<String, List<Entry>> leaks = new HashMap<>();

    private record Entry(Remains remains, String words) {
    }

    LeakBook(PlatformAlarms alarms) {
        this.alarms = alarms;
    }

    /** Looks for what a version has left; empty where nothing. */
    String look(Remains remains) throws InterruptedException {
        String words = LeakProbe.search(remains, PATIENCE);
        if (!words.isEmpty()) {
            String pack = remains.origin().id();
            synchronized (this) {
                leaks.computeIfAbsent(pack, key -> new ArrayList<>()).add(new Entry(remains, words));
            }
            alarms.raise(alarm(pack), Severity.MEDIUM, words + "; a restart of the platform frees it, its publisher should repair it");
        }
        return words;
    }

    /** Forgets those that have gone since. */
    synchronized void check() {
        for (Map.Entry<String, List<Entry>> pack : Map.copyOf(leaks).entrySet()) {
            pack.getValue().removeIf(entry -> entry.remains().areGone());
            if (pack.getValue().isEmpty()) {
                leaks.remove(pack.getKey());
                alarms.clear(alarm(pack.getKey()), "what was left of " + pack.getKey() + " has gone");
            }
        }
    }

    synchronized String words(String pack) {
        return String.join("; ", leaks.getOrDefault(pack, List.of()).stream().map(Entry::words).toList());
    }

    private static String alarm(String pack) {
        return "packs." + pack + ".leak";
    }
}
