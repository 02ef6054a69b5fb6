package org.gemello.log;

import java.nio.file.Path;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.internal.FileSampleLog;

/** Opens sample logs. */
public final class SampleLogs {
    private SampleLogs() {
    }

    /** Opens or creates a log with the default options. */
    public static CloseableSampleLog open(Path directory) {
        return open(directory, LogOptions.DEFAULT);
    }

    /**
     * Opens or creates a log.
     *
     * @param directory holds the segments; made where it is missing; one process at a time
     * @throws LogUnavailableException where the directory is in use by another process, cannot be written, or was written by a
     *                                 later version
     */
    public static CloseableSampleLog open(Path directory, LogOptions options) {
        return FileSampleLog.open(directory, options);
    }
}
