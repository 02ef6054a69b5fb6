package org.gemello.binding;

import java.nio.file.Path;
import org.gemello.binding.internal.FolderReading;

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
}
