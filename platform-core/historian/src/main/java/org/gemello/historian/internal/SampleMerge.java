package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Merges history files. From an hour on, only while the series are short: a question shall not read much more than it asks for. */
final class SampleMerge implements Compaction.Merge {
    /** From this level on files stand for about an hour or more at one flush a minute. */
    static final int HOUR_LEVEL = 2;
    /** Rows of one point that are held in memory while they are merged. */
    private static final int MOST_ROWS = 1_000_000;
    /** About an hour at 1 Hz: what a chunk costs beside its rows is then a few hundredths of them. */
    private static final int LONG_SERIES = 4_096;

    @Override
    public Optional<FileName> write(List<HistoryFile> parts, Path target) throws IOException {
        FileName first = parts.get(0).name();
        try (OpenFiles open = new OpenFiles(parts)) {
            if (open.longestSeries() > (first.level() < HOUR_LEVEL ? MOST_ROWS : LONG_SERIES)) {
                return Optional.empty();
            }
            try (HistoryFileWriter writer = new HistoryFileWriter(target)) {
                open.copy(writer);
                return Optional.of(writer.finish(first.from(), parts.get(parts.size() - 1).name().to(), first.level() + 1));
            }
        }
    }
}
