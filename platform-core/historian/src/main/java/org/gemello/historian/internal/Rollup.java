package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.history.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums up history files that stand for an hour into rollup files. A rollup file is made from one history file, is named by the
 * offsets that it sums up, and the next one begins where the last one ends: so after a crash each sample is in exactly one, and
 * what is not in one yet is known by its offset.
 */
final class Rollup {
    private static final Logger LOG = LoggerFactory.getLogger(Rollup.class);
    private final FileStore files;
    private final FileStore rollups;

    Rollup(FileStore files, FileStore rollups) {
        this.files = files;
        this.rollups = rollups;
    }

    /** Sums up what is to be summed up now. */
    void run() throws IOException {
        for (Optional<HistoryFile> next = next(); next.isPresent(); next = next()) {
            HistoryFile file = next.get();
            file.enter();
            try {
                sumUp(file, Math.max(rollups.durable(), file.name().from()));
            } catch (IOException | RuntimeException e) {
                if (file.isIntact()) {
                    throw e;
                }
                files.quarantine(file, "its content does not match its checksum, and reading gives " + e);
            } finally {
                file.leave();
            }
        }
    }

    /** The first file with something that is not summed up; it must stand for an hour, or be passed over by merging. */
    private Optional<HistoryFile> next() {
        long done = rollups.durable();
        List<HistoryFile> rest = files.all().stream().filter(file -> file.name().to() > done).toList();
        return rest.stream().anyMatch(file -> file.name().level() >= SampleMerge.HOUR_LEVEL) ? Optional.of(rest.get(0)) : Optional.empty();
    }

    private void sumUp(HistoryFile file, long from) throws IOException {
        Path path = rollups.unfinished(from);
        try (HistoryFileReader reader = new HistoryFileReader(file); RollupFileWriter writer = new RollupFileWriter(path)) {
            for (PointId point : reader.points()) {
                List<Row> rows = new ArrayList<>();
                reader.samples(point, row -> {
                    if (row.offset() >= from) {
                        rows.add(row);
                    }
                });
                rows.sort(Row.ORDER);
                for (Resolution resolution : Resolution.values()) {
                    Buckets buckets = new Buckets(resolution);
                    rows.forEach(buckets);
                    writer.buckets(point, resolution, buckets.rows());
                }
            }
            rollups.add(rollups.finished(path, writer.finish(from, file.name().to(), 0)));
            LOG.debug("history: {} is summed up", file);
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
