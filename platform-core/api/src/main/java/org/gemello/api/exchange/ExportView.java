package org.gemello.api.exchange;

import java.time.Instant;
import java.util.List;

/**
 * A finished export: a folder of tables.
 *
 * @param name  of the folder below {@code exports}
 * @param time  when it was finished
 * @param files its tables
 */
public record ExportView(String name, Instant time, List<TableFile> files) {
    public ExportView {
        files = List.copyOf(files);
    }

    /**
     * One table.
     *
     * @param name  such as {@code samples.csv}
     * @param bytes its size
     */
    public record TableFile(String name, long bytes) {
    }

    /** Size of all tables in bytes. */
    public long bytes() {
        return files.stream().mapToLong(TableFile::bytes).sum();
    }
}
