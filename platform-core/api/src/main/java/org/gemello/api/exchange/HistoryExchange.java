package org.gemello.api.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.PointId;
import org.gemello.api.job.JobView;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the history out to files and in again, as jobs. What the caller may do is for those to check who offer this to users. Safe
 * for use by many threads.
 */
@ProviderType
public interface HistoryExchange {
    /** Kind of the job that {@link #export} starts. */
    String EXPORT = "history-export";
    /** Kind of the job that {@link #importFrom} starts. */
    String IMPORT = "history-import";

    /**
     * Writes tables into a new folder below {@code exports} of the data folder: {@code samples} (or {@code aggregates}), {@code gaps},
     * {@code corrections}, {@code annotations}. The folder has its name only when all of them are whole and on disk; the job's result is
     * its path from the data folder on, such as {@code exports/history-20260102T030405Z-1f}.
     *
     * @throws IllegalArgumentException where the request names a point or twin that the history does not know
     * @throws IllegalStateException    where the disk is too full for exports, or too many jobs wait
     */
    JobView export(ExportRequest request, Caller caller);

    /**
     * Appends rows to the log as late data. Rows that cannot be read go to a file beside the source, {@code NAME.rejects.csv}, each with
     * its line and cause. The job's result says in words how many rows were taken, known already and rejected.
     *
     * @throws IllegalArgumentException where there is no such source, or it is outside of {@code imports} and {@code exports}
     * @throws IllegalStateException    where too many jobs wait
     */
    JobView importFrom(ImportRequest request, Caller caller);

    /**
     * Keeps an uploaded file below {@code imports}, whole or not at all.
     *
     * @param name letters, digits, {@code .}, {@code _}, {@code -}; ends in {@code .csv} or {@code .parquet}; a file of that name is replaced
     * @return the source to name in an {@link ImportRequest}
     * @throws IllegalArgumentException where the name has another form
     * @throws IOException              where it cannot be kept, or is larger than allowed
     */
    String receive(String name, InputStream content) throws IOException;

    /** Finished exports, newest first. */
    List<ExportView> exports();

    /** The points that an export has; empty where there is no such export, or where it does not say, as of earlier versions. */
    Optional<Set<PointId>> points(String export);

    /** A table of an export, for download; empty where there is none. */
    Optional<Path> file(String export, String table);

    /** Removes an export; false where there is none. */
    boolean delete(String export) throws IOException;
}
