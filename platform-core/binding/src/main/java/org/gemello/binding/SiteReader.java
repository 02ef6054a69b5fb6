package org.gemello.binding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gemello.binding.internal.FolderReading;
import org.gemello.binding.internal.Trial;

/**
 * Reads {@code connections/}, {@code twins/} and {@code bindings/} below a configuration folder; the format is described in
 * {@code docs/configuration.md}.
 */
public final class SiteReader {
    private SiteReader() {
    }

    /** Reads and checks all files; never fails for what is in them. A folder that is empty or absent is an empty configuration. */
    public static SiteReport read(Path folder) {
        return FolderReading.of(folder);
    }

    /**
     * Reads one connection that is in no file yet, with what is bound to it, as if it were the only one. Twins need not exist yet.
     *
     * @param site       its twins are those that topics may name
     * @param connection as in {@code connections/*.yaml}; named {@code trial} where it says no name
     * @param bindings   each a document {@code {connection, twin, bindings: [...]}} or one element of such a list
     * @throws IllegalArgumentException where something is no text, number, truth value, list or map, or goes beyond a limit
     */
    public static SiteReport trial(SiteConfiguration site, Map<String, Object> connection, List<Map<String, Object>> bindings) {
        return Trial.read(site, connection, bindings);
    }
}
