package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gemello.api.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums up history files into rollup files, where {@link SpillMerge} has not done it already as it made them: after a crash at that moment,
 * or where the sums were damaged. A rollup file is made from one history file, is named by the
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

    /** The first file with something that is not summed up; spill files become a TsFile first. */
    private Optional<HistoryFile> next() {
        long done = rollups.durable();
        return files.all().stream().filter(file -> file.name().to() > done).findFirst().filter(file -> !file.name().isSpilled());
    }

    private void sumUp(HistoryFile file, long from) throws IOException {
        Path path = rollups.unfinished(from);
        try (HistoryFileReader reader = new HistoryFileReader(file); RollupFileWriter writer = new RollupFileWriter(path)) {
            for (PointId point : reader.points()) {
                Sums sums = new Sums();
                reader.chunks(point, rows -> sums.add(rows, from));
                sums.write(writer, point);
            }
            rollups.add(rollups.finished(path, writer.finish(from, file.name().to(), 0)));
            LOG.debug("history: {} is summed up", file);
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
