package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.tsfile.utils.Binary;
import org.gemello.api.PointId;
import org.gemello.api.ValueKind;
import org.gemello.historian.internal.RollupLayout.Kept;
import org.gemello.historian.internal.TableWriter.Field;
import org.gemello.history.Row;
import org.gemello.history.Summary;

/** Writes one rollup file, series by series in the order of the points. */
final class RollupFileWriter implements Closeable {
    private final TableWriter file;
    private final TimeSpans.Builder times = new TimeSpans.Builder();

    RollupFileWriter(Path path) throws IOException {
        file = new TableWriter(path, Stream.of(Resolution.values()).map(RollupLayout::table).toList());
    }

    /** Writes the buckets of a point, sorted by begin. */
    void buckets(PointId point, Resolution resolution, List<RollupRow> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        long[] keys = rows.stream().mapToLong(RollupRow::start).toArray();
        times.add(keys[0], keys[keys.length - 1] + resolution.nanos() - 1);
        RisingKeys.spread(keys);
        file.series(FileLayout.series(resolution.table(), point), new Fields(rows).all(), keys);
    }

    /** Completes the file, on disk when this returns; its name tells what it covers. */
    FileName finish(long from, long to, int level) throws IOException {
        return new FileName(from, to, times.build(), level, file.finish());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The columns of one series. */
    private static final class Fields {
        private final List<RollupRow> rows;
        private final List<Field> fields = new ArrayList<>();

        Fields(List<RollupRow> rows) {
            this.rows = rows;
        }

        List<Field> all() {
            whole(RollupLayout.COUNT, row -> row.summary().count(), any -> -1);
            whole(RollupLayout.NUMBERS, row -> row.summary().numbers(), row -> row.summary().count());
            real(RollupLayout.MEAN, row -> row.summary().sums().mean());
            real(RollupLayout.SQUARES, row -> row.summary().sums().squares());
            real(RollupLayout.WEIGHTED, row -> row.summary().sums().weighted());
            whole(RollupLayout.WEIGHTED_NANOS, row -> row.summary().sums().weightedNanos(), RollupFileWriter::length);
            whole(RollupLayout.UNCERTAIN_NANOS, row -> row.summary().sums().uncertain(), any -> 0);
            whole(RollupLayout.BAD_NANOS, row -> row.summary().sums().bad(), any -> 0);
            small(RollupLayout.PARTIAL, row -> row.whole() ? 0 : 1, 0);
            boolean doubles = rows.stream().allMatch(row -> Stream.of(RollupLayout.KEPT).map(kept -> sample(row.summary(), kept))
                    .allMatch(sample -> sample == null || sample.kind() == ValueKind.DOUBLE));
            if (!doubles) {
                small(RollupLayout.KINDS, RollupFileWriter::kinds, -1);
            }
            for (Kept kept : RollupLayout.KEPT) {
                kept(kept, doubles);
            }
            if (rows.stream().anyMatch(row -> !row.summary().first().unit().equals(FileLayout.DEFAULT_UNIT))) {
                fields.add(new Field(FileLayout.UNIT.schema(0, rows.size()), (chunk, key, i) -> chunk.write(key,
                        new Binary(rows.get(i).summary().first().unit(), StandardCharsets.UTF_8), false)));
            }
            return fields;
        }

        private void kept(Kept kept, boolean doubles) {
            long[] times = values(row -> sampled(row, kept, sample -> sample.time() - row.start()));
            long[] offsets = values(row -> sampled(row, kept,
                    sample -> kept == Kept.FIRST ? sample.offset() : sample.offset() - row.summary().first().offset()));
            long[] bits = values(row -> sampled(row, kept, Row::bits));
            fields.add(new Field(kept.time.schema(DeltaSize.bits(times), times.length),
                    (chunk, key, i) -> chunk.write(key, times[i], false)));
            fields.add(new Field(kept.offset.schema(DeltaSize.bits(offsets), bits.length),
                    (chunk, key, i) -> chunk.write(key, offsets[i], false)));
            small(kept.quality, row -> (int) sampled(row, kept, Row::quality), 0);
            if (!doubles) {
                fields.add(new Field(kept.bits.schema(), (chunk, key, i) -> chunk.write(key, bits[i], false)));
                return;
            }
            DoubleEncoding encoding = DoubleEncoding.of(bits, kept.value, kept.bits);
            fields.add(new Field(encoding.column(), encoding.isBits() ? (chunk, key, i) -> chunk.write(key, bits[i], false)
                    : (chunk, key, i) -> chunk.write(key, Double.longBitsToDouble(bits[i]), false)));
        }

        private long[] values(ToLongFunction<RollupRow> value) {
            return rows.stream().mapToLong(value).toArray();
        }

        /** A column, unless all is as it would be without it. */
        private void whole(FileLayout.Column column, ToLongFunction<RollupRow> value, ToLongFunction<RollupRow> otherwise) {
            if (rows.stream().anyMatch(row -> value.applyAsLong(row) != otherwise.applyAsLong(row))) {
                long[] values = values(value);
                fields.add(new Field(column.schema(DeltaSize.bits(values), values.length),
                        (chunk, key, i) -> chunk.write(key, values[i], false)));
            }
        }

        private void small(FileLayout.Column column, ToIntFunction<RollupRow> value, int otherwise) {
            if (rows.stream().anyMatch(row -> value.applyAsInt(row) != otherwise)) {
                fields.add(new Field(column.schema(), (chunk, key, i) -> chunk.write(key, value.applyAsInt(rows.get(i)), false)));
            }
        }

        private void real(FileLayout.Column column, ToDoubleFunction<RollupRow> value) {
            fields.add(new Field(column.schema(), (chunk, key, i) -> {
                double number = value.applyAsDouble(rows.get(i));
                chunk.write(key, number, Double.isNaN(number));
            }));
        }
    }

    private static long length(RollupRow row) {
        return row.summary().last().time() - row.summary().first().time();
    }

    private static int kinds(RollupRow row) {
        int kinds = 0;
        for (Kept kept : RollupLayout.KEPT) {
            Row sample = sample(row.summary(), kept);
            kinds |= (sample == null ? 0 : sample.kind().ordinal()) << kept.ordinal() * RollupLayout.KIND_BITS;
        }
        return kinds;
    }

    /** Of a sample that there is not, 0. */
    private static long sampled(RollupRow row, Kept kept, ToLongFunction<Row> value) {
        Row sample = sample(row.summary(), kept);
        return sample == null ? 0 : value.applyAsLong(sample);
    }

    private static Row sample(Summary summary, Kept kept) {
        return switch (kept) {
            case FIRST -> summary.first();
            case LAST -> summary.last();
            case LOWEST -> summary.lowest();
            case HIGHEST -> summary.highest();
        };
    }
}
