package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;

/**
 * Makes one TsFile of the spill files of about an hour, at one flush a minute, and sums up in the same go the rows that it has in hand. A
 * crash between the sums and the TsFile does no harm: what is summed up is known by its offsets, and passed over the next time. TsFiles
 * before these must be summed up.
 */
final class SpillMerge implements Compaction.Merge {
    private static final int PARTS = 64;
    private final FileStore rollups;

    SpillMerge(FileStore rollups) {
        this.rollups = rollups;
    }

    @Override
    public boolean takes(HistoryFile file) {
        return file.name().isSpilled();
    }

    @Override
    public int parts() {
        return PARTS;
    }

    @Override
    public boolean takesRests() {
        return true;
    }

    @Override
    public Optional<FileName> write(List<HistoryFile> parts, Path target) throws IOException {
        long from = parts.get(0).name().from();
        long to = parts.get(parts.size() - 1).name().to();
        try (SpillFiles open = new SpillFiles(parts); HistoryFileWriter writer = new HistoryFileWriter(target)) {
            writer.receptions(open.receptions(), open.samples());
            copy(open, writer, Math.max(from, rollups.durable()), to);
            return Optional.of(writer.finish(from, to, 0));
        }
    }

    /** Copies all, and sums up what is not in a file of sums yet. */
    private void copy(SpillFiles open, HistoryFileWriter writer, long summed, long to) throws IOException {
        Path path = rollups.unfinished(summed);
        try (RollupFileWriter file = new RollupFileWriter(path)) {
            for (PointId point = open.point(); point != null; point = open.point()) {
                copy(open, point, writer, file, summed);
            }
            if (summed < to) {
                rollups.add(rollups.finished(path, file.finish(summed, to, 0)));
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static void copy(SpillFiles open, PointId point, HistoryFileWriter writer, RollupFileWriter file, long summed)
            throws IOException {
        Sums sums = new Sums();
        List<GapRow> gaps = open.read(point, rows -> {
            writer.samples(point, rows);
            sums.add(rows, summed);
        });
        writer.gaps(point, gaps);
        sums.write(file, point);
    }
}
