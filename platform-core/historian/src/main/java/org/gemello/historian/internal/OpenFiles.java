package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;

/** Several history files read side by side, to be copied into one. */
final class OpenFiles implements Closeable {
    private final List<HistoryFileReader> readers = new ArrayList<>();
    private final Set<PointId> points = new TreeSet<>();

    OpenFiles(List<HistoryFile> files) throws IOException {
        try {
            for (HistoryFile file : files) {
                readers.add(new HistoryFileReader(file.path()));
            }
            for (HistoryFileReader reader : readers) {
                points.addAll(reader.points());
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Samples of the point that has most. */
    long longestSeries() throws IOException {
        long longest = 0;
        for (PointId point : points) {
            longest = Math.max(longest, size(point));
        }
        return longest;
    }

    private long size(PointId point) throws IOException {
        long size = 0;
        for (HistoryFileReader reader : readers) {
            size += reader.size(point);
        }
        return size;
    }

    /** Writes every row of all files, one point in memory at a time. */
    void copy(HistoryFileWriter writer) throws IOException {
        for (PointId point : points) {
            SeriesRows samples = new SeriesRows((int) size(point));
            for (HistoryFileReader reader : readers) {
                reader.samples(point, samples::add);
            }
            writer.samples(point, samples);
        }
        for (PointId point : points) {
            List<GapRow> gaps = new ArrayList<>();
            for (HistoryFileReader reader : readers) {
                reader.gaps(point, gaps::add);
            }
            writer.gaps(point, gaps);
        }
    }

    @Override
    public void close() throws IOException {
        for (HistoryFileReader reader : readers) {
            reader.close();
        }
    }
}
