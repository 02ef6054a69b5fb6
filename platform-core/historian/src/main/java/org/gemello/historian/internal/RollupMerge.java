package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.PointId;
import org.gemello.history.Row;

/** Merges rollup files, so that a month is in a few; a bucket that was cut by the end of a file becomes one again. */
final class RollupMerge extends LevelMerge {
    /** By bucket, and in it by first sample. */
    static final Comparator<RollupRow> ORDER = Comparator.comparingLong(RollupRow::start)
            .thenComparing(row -> row.summary().first(), Row.ORDER);

    @Override
    public Optional<FileName> write(List<HistoryFile> parts, Path target) throws IOException {
        List<RollupFileReader> readers = new ArrayList<>();
        try (RollupFileWriter writer = new RollupFileWriter(target)) {
            Set<PointId> points = new TreeSet<>();
            for (HistoryFile part : parts) {
                RollupFileReader reader = new RollupFileReader(part.path());
                readers.add(reader);
                points.addAll(reader.points());
            }
            for (PointId point : points) {
                for (Resolution resolution : Resolution.values()) {
                    List<RollupRow> rows = new ArrayList<>();
                    for (RollupFileReader reader : readers) {
                        reader.buckets(point, resolution, rows::add);
                    }
                    rows.sort(ORDER);
                    writer.buckets(point, resolution, Buckets.joined(rows));
                }
            }
            FileName first = parts.get(0).name();
            return Optional.of(writer.finish(first.from(), parts.get(parts.size() - 1).name().to(), first.level() + 1));
        } finally {
            for (RollupFileReader reader : readers) {
                reader.close();
            }
        }
    }
}
