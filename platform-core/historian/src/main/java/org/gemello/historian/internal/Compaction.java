package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges small files, neighbours of one level into one of the next, so that a question opens few. */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private final FileStore files;
    private final Merge merge;
    /** Files that are not to be merged. */
    private final Set<HistoryFile> left = new HashSet<>();

    /** How files become one. */
    interface Merge {
        /** True for a file that can be a part. */
        boolean takes(HistoryFile file);

        /** How many become one. */
        int parts();

        /** True where fewer become one too, if no more will follow them. */
        boolean takesRests();

        /** Writes all of the parts into a new file and tells its name; empty where they are better left as they are. */
        Optional<FileName> write(List<HistoryFile> parts, Path target) throws IOException;
    }

    Compaction(FileStore files, Merge merge) {
        this.files = files;
        this.merge = merge;
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
                if (merge.takesRests()) {
                    return run;
                }
                run.clear();
            }
            if (merge.takes(file) && !left.contains(file)) {
                run.add(file);
            }
            if (run.size() == merge.parts()) {
                return run;
            }
        }
        return List.of();
    }

    private static boolean isNeighbour(HistoryFile before, HistoryFile after) {
        return before.name().to() == after.name().from() && before.name().level() == after.name().level();
    }

    private void merge(List<HistoryFile> parts) throws IOException {
        for (HistoryFile part : parts) {
            if (!part.isIntact()) {
                files.quarantine(part, "its content does not match its checksum");
                return;
            }
        }
        parts.forEach(HistoryFile::enter);
        Path path = files.unfinished(parts.get(0).name().from());
        try {
            Optional<FileName> whole = merge.write(parts, path);
            if (whole.isPresent()) {
                files.replace(parts, files.finished(path, whole.get()));
                LOG.debug("history: {} files are merged into {}", parts.size(), whole.get());
            } else {
                left.addAll(parts);
            }
        } finally {
            Files.deleteIfExists(path);
            parts.forEach(HistoryFile::leave);
        }
    }
}
