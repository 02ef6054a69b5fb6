package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.tsfile.block.column.Column;
import org.apache.tsfile.enums.TSDataType;
import org.apache.tsfile.file.metadata.AbstractAlignedChunkMetadata;
import org.apache.tsfile.file.metadata.AbstractAlignedTimeSeriesMetadata;
import org.apache.tsfile.file.metadata.ChunkMetadata;
import org.apache.tsfile.file.metadata.IChunkMetadata;
import org.apache.tsfile.file.metadata.IDeviceID;
import org.apache.tsfile.file.metadata.ITimeSeriesMetadata;
import org.apache.tsfile.file.metadata.MetadataIndexNode;
import org.apache.tsfile.read.LazyTsFileDeviceIterator;
import org.apache.tsfile.read.TsFileSequenceReader;
import org.apache.tsfile.read.common.Chunk;
import org.apache.tsfile.read.common.block.TsBlock;
import org.apache.tsfile.read.filter.basic.Filter;
import org.apache.tsfile.read.filter.factory.TimeFilterApi;
import org.apache.tsfile.read.reader.IPageReader;
import org.apache.tsfile.read.reader.LocalTsFileInput;
import org.apache.tsfile.read.reader.chunk.TableChunkReader;
import org.apache.tsfile.read.reader.page.AbstractAlignedPageReader;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;
import org.gemello.history.Row;

/** Reads one history file; for one thread. */
final class HistoryFileReader implements Closeable {
    private final TsFileSequenceReader file;
    private final Map<IDeviceID, MetadataIndexNode> index = new HashMap<>();
    private ReceivedTimes receivedTimes;

    HistoryFileReader(Path path) throws IOException {
        LocalTsFileInput input = new LocalTsFileInput(path);
        try {
            file = new TsFileSequenceReader(input);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** Points that have samples or gaps here. Where every series is looked up, this makes it faster: the index is kept. */
    Set<PointId> points() throws IOException {
        Set<PointId> points = new TreeSet<>();
        LazyTsFileDeviceIterator all = file.getLazyDeviceIterator();
        while (all.hasNext()) {
            IDeviceID series = all.next();
            if (!series.getTableName().equals(FileLayout.RECEPTIONS)) {
                points.add(FileLayout.point(series));
            }
            index.put(series, all.getFirstMeasurementNodeOfCurrentDevice());
        }
        return points;
    }

    boolean hasSamples() throws IOException {
        return file.readFileMetadata().getTableMetadataIndexNodeMap().containsKey(FileLayout.SAMPLES);
    }

    /** Number of samples of a point. */
    long size(PointId point) throws IOException {
        long size = 0;
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.SAMPLES, point)) {
            size += chunk.getTimeStatistics().getCount();
        }
        return size;
    }

    /** Gives every sample of a point, sorted. */
    void samples(PointId point, Consumer<Row> taker) throws IOException {
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.SAMPLES, point)) {
            pages(chunk, null, page -> page.samples(taker));
        }
    }

    /** Gives the samples of a point with source time in {@code [from, to)}, sorted. */
    void samples(PointId point, long from, long to, Consumer<Row> taker) throws IOException {
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

    /** Tells the newest row of each point; chunks that end before what is known are not read. */
    void newest(LastValues values) throws IOException {
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

    /** Gives all gaps of a point. */
    void gaps(PointId point, Consumer<GapRow> taker) throws IOException {
        for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.GAPS, point)) {
            pages(chunk, null, page -> page.gaps(taker));
        }
    }

    /** Chunks of a series, none where the file does not know it. */
    private List<AbstractAlignedChunkMetadata> chunks(String table, PointId point) throws IOException {
        return chunks(table, FileLayout.series(table, point));
    }

    private List<AbstractAlignedChunkMetadata> chunks(String table, IDeviceID series) throws IOException {
        if (!index.isEmpty()) {
            MetadataIndexNode node = index.get(series);
            return node == null ? List.of() : file.getAlignedChunkMetadataByMetadataIndexNode(series, node, false);
        }
        if (!file.readFileMetadata().getTableMetadataIndexNodeMap().containsKey(table)) {
            return List.of();
        }
        List<ITimeSeriesMetadata> found = file.readITimeseriesMetadata(series, FileLayout.COLUMNS, null, true);
        return found.isEmpty() ? List.of() : ((AbstractAlignedTimeSeriesMetadata) found.get(0)).getChunkMetadataList();
    }

    /** When the samples were received; empty where each series says it itself. */
    ReceivedTimes receptions() throws IOException {
        if (receivedTimes == null) {
            ReceivedTimes times = new ReceivedTimes();
            for (AbstractAlignedChunkMetadata chunk : chunks(FileLayout.RECEPTIONS, FileLayout.receptionSeries())) {
                pages(chunk, null, null, page -> page.receptions(times));
            }
            receivedTimes = times;
        }
        return receivedTimes;
    }

    private void pages(AbstractAlignedChunkMetadata chunk, Filter filter, Consumer<Page> taker) throws IOException {
        ReceivedTimes times = receptions();
        pages(chunk, filter, times.size() == 0 ? null : times.cursor(), taker);
    }

    private void pages(AbstractAlignedChunkMetadata metadata, Filter filter, ReceivedTimes.Cursor receptions, Consumer<Page> taker)
            throws IOException {
        List<Chunk> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<TSDataType> types = new ArrayList<>();
        for (IChunkMetadata value : metadata.getValueChunkMetadataList()) {
            values.add(file.readMemChunk((ChunkMetadata) value));
            names.add(value.getMeasurementUid());
            types.add(value.getDataType());
        }
        Chunk times = file.readMemChunk((ChunkMetadata) metadata.getTimeChunkMetadata());
        for (IPageReader reader : new TableChunkReader(times, values, filter).loadPageReaderList()) {
            ((AbstractAlignedPageReader) reader).initTsBlockBuilder(types);
            TsBlock block = reader.getAllSatisfiedData();
            Map<String, Column> columns = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                columns.put(names.get(i), block.getColumn(i));
            }
            taker.accept(new Page(block.getPositionCount(), block.getTimeColumn(), columns, receptions));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
