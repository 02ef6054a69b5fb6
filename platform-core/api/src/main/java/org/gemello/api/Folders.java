package org.gemello.api;

import java.nio.file.Path;

/** Where the platform keeps its files. The distribution sets both properties; a test sets its own. */
public final class Folders {
    private Folders() {
    }

    /** Log, history, state, secrets: system property {@code gemello.data}. */
    public static Path data() {
        return folder("gemello.data");
    }

    /** Connections, bindings and twins as written by the integrator: system property {@code gemello.config}. */
    public static Path config() {
        return folder("gemello.config");
    }

    private static Path folder(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("system property " + property + " is not set; etc/system.properties should set it");
        }
        return Path.of(value).toAbsolutePath();
    }
}
