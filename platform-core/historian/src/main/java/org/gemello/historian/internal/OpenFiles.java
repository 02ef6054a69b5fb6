package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;

/** Several history files read side by side, to be copied into one. */
final class OpenFiles implements Closeable {
    private final List<HistoryFileReader> readers = new ArrayList<>();
    private final Set<PointId> points = new TreeSet<>();
    private final Map<PointId, Long> sizes = new HashMap<>();

    OpenFiles(List<HistoryFile> files) throws IOException {
        try {
            for (HistoryFile file : files) {
                readers.add(new HistoryFileReader(file));
            }
            for (HistoryFileReader reader : readers) {
                for (PointId point : reader.points()) {
                    points.add(point);
                    sizes.merge(point, reader.size(point), Long::sum);
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Samples of the point that has most. */
    long longestSeries() {
        return sizes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Of all files one after the other; empty where one of them has them with its series. */
    private ReceivedTimes receptions() throws IOException {
        ReceivedTimes all = new ReceivedTimes();
        for (HistoryFileReader reader : readers) {
            ReceivedTimes times = reader.receptions();
            if (times.size() == 0 && reader.hasSamples()) {
                return new ReceivedTimes();
            }
            all.addAll(times);
        }
        return all;
    }

    /** Writes every row of all files, one point in memory at a time. */
    void copy(HistoryFileWriter writer) throws IOException {
        writer.receptions(receptions(), sizes.values().stream().mapToLong(Long::longValue).sum());
        for (PointId point : points) {
            SeriesRows samples = new SeriesRows(sizes.get(point).intValue());
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
