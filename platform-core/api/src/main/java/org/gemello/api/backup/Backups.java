package org.gemello.api.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.job.JobView;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Backups of the platform while it runs: data and configuration as of one moment, in one file. A backup holds users, password hashes and
 * private keys, so to make and to fetch one is for administrators; that is for those to check who offer this to users. Restoring is done
 * with the platform stopped, by {@code gemello restore}. Safe for use by many threads.
 */
@ProviderType
public interface Backups {
    /** Kind of the job that {@link #backup} starts. */
    String BACKUP = "backup";
    /** Kind of the job that {@link #verify} starts. */
    String VERIFY = "backup-verify";

    /**
     * Makes a backup. Everything that the log has acknowledged before this call is in it. The job's result is the file's path.
     *
     * @throws IllegalStateException where a backup is under way, the disk is too full, or too many jobs wait
     */
    JobView backup(Caller caller);

    /**
     * Reads a backup and compares every file in it with its SHA-256. The job's result says in words what is in it; it fails where the
     * backup is damaged.
     *
     * @throws IllegalArgumentException where there is no such backup
     */
    JobView verify(String name, Caller caller);

    /** The newest first. */
    List<BackupView> backups();

    /** A backup's file, for download; empty where there is none of that name. */
    Optional<Path> file(String name);

    /** Removes a backup; false where there is none of that name. */
    boolean delete(String name) throws IOException;
}
