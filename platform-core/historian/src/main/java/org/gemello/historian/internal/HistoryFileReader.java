package org.gemello.historian.internal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.tsfile.file.metadata.AbstractAlignedChunkMetadata;
import org.apache.tsfile.file.metadata.IDeviceID;
import org.apache.tsfile.read.filter.basic.Filter;
import org.apache.tsfile.read.filter.factory.TimeFilterApi;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;
import org.gemello.history.Row;

/** Reads one TsFile of the history; for one thread. */
final class HistoryFileReader implements HistoryReader {
    private static final int FEW_ROWS = 4_096;
    private final HistoryFile known;
    private final TableReader file;

    HistoryFileReader(HistoryFile known) throws IOException {
        this.known = known;
        this.file = new TableReader(known.path(), FileLayout.COLUMNS);
    }

    /** Points that have samples or gaps here. Where every series is looked up, this makes it faster. */
    Set<PointId> points() throws IOException {
        Set<PointId> points = new TreeSet<>();
        for (IDeviceID series : file.series()) {
            if (!series.getTableName().equals(FileLayout.RECEPTIONS)) {
                points.add(FileLayout.point(series));
            }
        }
        return points;
    }

    boolean hasSamples() throws IOException {
        return file.has(FileLayout.SAMPLES);
    }

    /** Number of samples of a point. */
    long size(PointId point) throws IOException {
        long size = 0;
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.SAMPLES, point)) {
            size += chunk.getTimeStatistics().getCount();
        }
        return size;
    }

    /** Gives every sample of a point, chunk by chunk, each sorted. */
    void chunks(PointId point, Consumer<SeriesRows> taker) throws IOException {
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.SAMPLES, point)) {
            SeriesRows rows = new SeriesRows(FEW_ROWS);
            pages(chunk, null, page -> page.samples(rows::add));
            taker.accept(rows);
        }
    }

    /** Gives every sample of a point, sorted within each chunk. */
    void samples(PointId point, Consumer<Row> taker) throws IOException {
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.SAMPLES, point)) {
            pages(chunk, null, page -> page.samples(taker));
        }
    }

    @Override
    public void samples(PointId point, long from, long to, Consumer<Row> taker) throws IOException {
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.SAMPLES, point)) {
            long slack = chunk.getTimeStatistics().getCount() + TimeKeys.MOST_FRACTION;
            long first = from < Long.MIN_VALUE + slack ? Long.MIN_VALUE : from - slack;
            long last = to > Long.MAX_VALUE - slack ? Long.MAX_VALUE : to + slack;
            if (chunk.getEndTime() >= first && chunk.getStartTime() <= last) {
                pages(chunk, TimeFilterApi.between(first, last), page -> page.samples(row -> {
                    if (row.time() >= from && row.time() < to) {
                        taker.accept(row);
                    }
                }));
            }
        }
    }

    /** {@inheritDoc} Chunks that end before what is known are not read. */
    @Override
    public void newest(LastValues values) throws IOException {
        for (PointId point : points()) {
            for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.SAMPLES, point)) {
                Row known = values.get(point);
                long slack = chunk.getTimeStatistics().getCount() + TimeKeys.MOST_FRACTION;
                if (known == null || chunk.getEndTime() >= known.time() - slack) {
                    pages(chunk, null, page -> page.samples(row -> values.add(point, row)));
                }
            }
        }
    }

    @Override
    public void gaps(PointId point, Consumer<GapRow> taker) throws IOException {
        if (!file.has(FileLayout.GAPS)) {
            known.markWithoutGaps();
            return;
        }
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.GAPS, point)) {
            pages(chunk, null, page -> page.gaps(taker));
        }
    }

    private List<AbstractAlignedChunkMetadata> chunks(String table, PointId point) throws IOException {
        return file.chunks(FileLayout.series(table, point));
    }

    /** When the samples were received; empty where each series says it itself. */
    ReceivedTimes receptions() throws IOException {
        ReceivedTimes remembered = known.receptions();
        if (remembered == null) {
            ReceivedTimes times = new ReceivedTimes();
            for (AbstractAlignedChunkMetadata chunk : file.chunks(FileLayout.receptionSeries())) {
                file.pages(chunk, null, (size, keys, columns) -> new Page(size, keys, columns, null).receptions(times));
            }
            known.remember(times);
            return times;
        }
        return remembered;
    }

    private void pages(AbstractAlignedChunkMetadata chunk, Filter filter, Consumer<Page> taker) throws IOException {
        ReceivedTimes times = receptions();
        ReceivedTimes.Cursor cursor = times.size() == 0 ? null : times.cursor();
        file.pages(chunk, filter, (size, keys, columns) -> taker.accept(new Page(size, keys, columns, cursor)));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
