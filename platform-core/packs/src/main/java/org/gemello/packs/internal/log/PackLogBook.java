package org.gemello.packs.internal.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.packs.internal.bundle.PackOrigin;

/**
 * What packs have logged: the last lines of each, in memory, as texts that hold nothing of the pack. Bounded: of so many packs, those that
 * have logged something most lately. Safe for use by many threads.
 */
public final class PackLogBook {
    static final int MOST_PACKS = 32;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int LONGEST_LOGGER = 200;
    private static final int LONGEST_TRACE = 8_000;
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n\t]]");
    private final Map<String, LineRing> rings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LineRing> eldest) {
            return size() > MOST_PACKS;
        }
    };
    private long last;

    /** @param start of the platform: ids begin with its microseconds, so that those of a later start are greater */
    public PackLogBook(Instant start) {
        last = start.toEpochMilli() * 1_000;
    }

    /**
     * Keeps a line.
     *
     * @param from  the version that has logged it
     * @param trace of what was thrown, empty where nothing was
     */
    public synchronized void add(PackOrigin from, Instant time, PackLogLine.Level level, String logger, String message, String trace,
                                 Optional<TwinId> twin) {
        PackLogLine line = new PackLogLine(++last, time, level, from.version(), harmless(logger, LONGEST_LOGGER),
                harmless(message, LONGEST_MESSAGE), harmless(trace, LONGEST_TRACE), twin);
        rings.computeIfAbsent(from.id(), fresh -> new LineRing()).add(line);
    }

    /** Short, and without characters that a terminal would obey, or halves of characters that nobody could write. */
    private static String harmless(String text, int longest) {
        return HARMFUL.matcher(text.length() <= longest ? text : text.substring(0, longest - 1) + '…').replaceAll("?");
    }

    /** The newest first; none for a pack that has logged nothing. */
    public List<PackLogLine> lines(String pack, PackLogFilter filter) {
        return lines(pack).stream().filter(filter::matches).toList();
    }

    private synchronized List<PackLogLine> lines(String pack) {
        // not get(): who reads does not keep a pack's lines longer
        return rings.entrySet().stream().filter(ring -> ring.getKey().equals(pack)).findFirst().map(ring -> ring.getValue().lines())
                .orElse(List.of());
    }

    /** Id of the newest line by pack. */
    public synchronized Map<String, Long> newest() {
        Map<String, Long> newest = new TreeMap<>();
        rings.forEach((pack, ring) -> newest.put(pack, ring.newest()));
        return newest;
    }
}
