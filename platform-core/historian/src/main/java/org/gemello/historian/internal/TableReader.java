package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.tsfile.read.reader.IPageReader;
import org.apache.tsfile.read.reader.LocalTsFileInput;
import org.apache.tsfile.read.reader.chunk.TableChunkReader;
import org.apache.tsfile.read.reader.page.AbstractAlignedPageReader;

/** Reads a TsFile of our tables, chunk by chunk; for one thread. */
final class TableReader implements Closeable {
    private final TsFileSequenceReader file;
    private final Set<String> columns;
    private final Map<IDeviceID, MetadataIndexNode> index = new HashMap<>();

    /** Takes a page: number of rows, the time column, the others by name. */
    interface PageTaker {
        void take(int size, Column keys, Map<String, Column> columns);
    }

    /** @param columns names of all columns that the tables may have */
    TableReader(Path path, Set<String> columns) throws IOException {
        this.columns = columns;
        LocalTsFileInput input = new LocalTsFileInput(path);
        try {
            file = new TsFileSequenceReader(input);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** All series. Where every one is looked up, this makes it faster: the index is kept. */
    List<IDeviceID> series() throws IOException {
        List<IDeviceID> found = new ArrayList<>();
        LazyTsFileDeviceIterator all = file.getLazyDeviceIterator();
        while (all.hasNext()) {
            IDeviceID series = all.next();
            found.add(series);
            index.put(series, all.getFirstMeasurementNodeOfCurrentDevice());
        }
        return found;
    }

    boolean has(String table) throws IOException {
        return file.readFileMetadata().getTableMetadataIndexNodeMap().containsKey(table);
    }

    /** Chunks of a series, none where the file does not know it. */
    List<AbstractAlignedChunkMetadata> chunks(IDeviceID series) throws IOException {
        if (!index.isEmpty()) {
            MetadataIndexNode node = index.get(series);
            return node == null ? List.of() : file.getAlignedChunkMetadataByMetadataIndexNode(series, node, false);
        }
        if (!has(series.getTableName())) {
            return List.of();
        }
        List<ITimeSeriesMetadata> found = file.readITimeseriesMetadata(series, columns, null, true);
        return found.isEmpty() ? List.of() : ((AbstractAlignedTimeSeriesMetadata) found.get(0)).getChunkMetadataList();
    }

    /** Reads a chunk; only pages and rows that the filter lets through, all where it is null. */
    void pages(AbstractAlignedChunkMetadata metadata, Filter filter, PageTaker taker) throws IOException {
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
            Map<String, Column> found = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                found.put(names.get(i), block.getColumn(i));
            }
            taker.take(block.getPositionCount(), block.getTimeColumn(), found);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
