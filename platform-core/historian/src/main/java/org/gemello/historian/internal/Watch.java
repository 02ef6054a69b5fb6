package org.gemello.historian.internal;

import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/** Raises and clears the history's own alarms. */
final class Watch {
    private static final String WRITE_FAILED = "history.write-failed";
    private static final String FILE_DAMAGED = "history.file-damaged";
    private final FileStore files;
    private final FileStore rollups;
    private final Omission omission;
    private final PlatformAlarms alarms;

    Watch(FileStore files, FileStore rollups, Omission omission, PlatformAlarms alarms) {
        this.files = files;
        this.rollups = rollups;
        this.omission = omission;
        this.alarms = alarms;
    }

    void failed(String problem) {
        alarms.raise(WRITE_FAILED, Severity.HIGH, problem);
    }

    void written() {
        alarms.clear(WRITE_FAILED, "the history is written again");
    }

    /** Looks around, from time to time. */
    void look() {
        omission.report();
        int damaged = files.lost().size();
        int sums = rollups.lost().size();
        if (damaged + sums > 0) {
            alarms.raise(FILE_DAMAGED, damaged > 0 ? Severity.HIGH : Severity.MEDIUM, damaged + " files of samples and " + sums
                    + " of sums are damaged and in quarantine; the samples are a gap until they are restored from a backup");
        } else {
            alarms.clear(FILE_DAMAGED, "no file is in quarantine whose content is missing");
        }
    }
}
