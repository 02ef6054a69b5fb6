package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Merges TsFiles of the history while the series in them are short: a question about a long time shall open few files, but none shall
 * read much more than it asks for.
 */
final class SampleMerge extends LevelMerge {
    /** About an hour at 1 Hz: what a chunk costs beside its rows is then a few hundredths of them. */
    private static final int LONG_SERIES = 4_096;

    @Override
    public boolean takes(HistoryFile file) {
        return !file.name().isSpilled() && super.takes(file);
    }

    @Override
    public Optional<FileName> write(List<HistoryFile> parts, Path target) throws IOException {
        FileName first = parts.get(0).name();
        try (OpenFiles open = new OpenFiles(parts)) {
            if (open.longestSeries() > LONG_SERIES) {
                return Optional.empty();
            }
            try (HistoryFileWriter writer = new HistoryFileWriter(target)) {
                open.copy(writer);
                return Optional.of(writer.finish(first.from(), parts.get(parts.size() - 1).name().to(), first.level() + 1));
            }
        }
    }
}
