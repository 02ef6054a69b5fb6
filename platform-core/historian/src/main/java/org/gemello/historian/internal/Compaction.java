package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges small files: eight neighbours of one level become one of the next. At one flush a minute those of level 2 stand for about an
 * hour, so a question about an hour opens few files, and one about a day does not open a thousand. Beyond that, only files whose series
 * are still short are merged. Late samples come to their place by this.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final int PARTS = 8;
    /** From this level on files stand for an hour or more, and are merged only while their series are short. */
    static final int HOUR_LEVEL = 2;
    private static final int TOP_LEVEL = 4;
    /** About an hour at 1 Hz: what a chunk costs beside its rows is then below a hundredth of them. */
    private static final int LONG_SERIES = 4_096;
    /** Rows of one point that are held in memory while they are merged. */
    private static final int MOST_ROWS = 1_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private final FileStore files;
    /** Files with a series too long to be merged. */
    private final Set<HistoryFile> left = new HashSet<>();

    Compaction(FileStore files) {
        this.files = files;
    }

    /** Merges what is to be merged now. */
    void run() throws IOException {
        for (List<HistoryFile> parts = next(); !parts.isEmpty(); parts = next()) {
            merge(parts);
        }
    }

    /** The oldest neighbours to merge, empty where there are none. */
    private List<HistoryFile> next() {
        List<HistoryFile> run = new ArrayList<>();
        for (HistoryFile file : files.all()) {
            if (!run.isEmpty() && !isNeighbour(run.get(run.size() - 1), file)) {
                run.clear();
            }
            if (file.name().level() < TOP_LEVEL && !left.contains(file)) {
                run.add(file);
            }
            if (run.size() == PARTS) {
                if (isSmall(run)) {
                    return run;
                }
                run.clear();
            }
        }
        return List.of();
    }

    private static boolean isNeighbour(HistoryFile before, HistoryFile after) {
        return before.name().to() == after.name().from() && before.name().level() == after.name().level();
    }

    private static boolean isSmall(List<HistoryFile> parts) {
        return parts.stream().mapToLong(HistoryFile::bytes).sum() <= MOST_BYTES;
    }

    private void merge(List<HistoryFile> parts) throws IOException {
        for (HistoryFile part : parts) {
            if (!part.isIntact()) {
                files.quarantine(part, "its content does not match its checksum");
                return;
            }
        }
        parts.forEach(HistoryFile::enter);
        try (OpenFiles open = new OpenFiles(parts)) {
            if (open.longestSeries() > (parts.get(0).name().level() < HOUR_LEVEL ? MOST_ROWS : LONG_SERIES)) {
                left.addAll(parts);
            } else {
                files.replace(parts, write(parts, open));
            }
        } finally {
            parts.forEach(HistoryFile::leave);
        }
    }

    private HistoryFile write(List<HistoryFile> parts, OpenFiles open) throws IOException {
        long from = parts.get(0).name().from();
        long to = parts.get(parts.size() - 1).name().to();
        Path path = files.unfinished(from);
        try (HistoryFileWriter writer = new HistoryFileWriter(path)) {
            open.copy(writer);
            LOG.debug("history: {} files are merged into one for the offsets {} to {}", parts.size(), from, to);
            return files.finished(path, writer.finish(from, to, parts.get(0).name().level() + 1));
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
