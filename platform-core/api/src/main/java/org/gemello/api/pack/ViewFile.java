package org.gemello.api.pack;

import java.util.Map;

/**
 * A view of an installed pack: one file of the version that serves, after {@code docs/pack-views.md}.
 *
 * @param pack    id of the pack
 * @param version the one that serves
 * @param id      of the view, unique in its pack
 * @param file    path in the pack, such as {@code views/power.json}
 * @param title   by language
 * @param sha256  of the file, lower-case hexadecimal
 * @param bytes   its size
 */
public record ViewFile(String pack, String version, String id, String file, Map<String, String> title, String sha256, long bytes) {
    public ViewFile {
        title = Map.copyOf(title);
    }

    /** The last part of {@link #file}. */
    public String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
