package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.tsfile.file.metadata.AbstractAlignedChunkMetadata;
import org.apache.tsfile.file.metadata.IDeviceID;
import org.apache.tsfile.read.filter.basic.Filter;
import org.apache.tsfile.read.filter.factory.TimeFilterApi;
import org.gemello.api.PointId;

/** Reads one rollup file; for one thread. */
final class RollupFileReader implements Closeable {
    /** More rows of one bucket than this are not looked for; it is a key's distance from its bucket's begin. */
    private static final long SLACK = 1_000_000;
    private final TableReader file;

    RollupFileReader(Path path) throws IOException {
        file = new TableReader(path, RollupLayout.COLUMNS);
    }

    /** Points that have buckets here. Where every series is looked up, this makes it faster. */
    Set<PointId> points() throws IOException {
        Set<PointId> points = new TreeSet<>();
        for (IDeviceID series : file.series()) {
            points.add(FileLayout.point(series));
        }
        return points;
    }

    /** Gives all buckets of a point, sorted by begin. */
    void buckets(PointId point, Resolution resolution, Consumer<RollupRow> taker) throws IOException {
        read(point, resolution, null, taker);
    }

    /** Gives the buckets of a point that begin in {@code [from, to)}, sorted by begin. */
    void buckets(PointId point, Resolution resolution, long from, long to, Consumer<RollupRow> taker) throws IOException {
        long end = to > Long.MAX_VALUE - SLACK ? Long.MAX_VALUE : to + SLACK;
        read(point, resolution, TimeFilterApi.between(from, end), row -> {
            if (row.start() < to) {
                taker.accept(row);
            }
        });
    }

    private void read(PointId point, Resolution resolution, Filter filter, Consumer<RollupRow> taker) throws IOException {
        for (AbstractAlignedChunkMetadata chunk : file.chunks(FileLayout.series(resolution.table(), point))) {
            file.pages(chunk, filter, (size, keys, columns) -> new RollupPage(resolution, size, keys, columns).rows(taker));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
