package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.tsfile.utils.Binary;
import org.apache.tsfile.write.chunk.AlignedChunkWriterImpl;
import org.gemello.api.PointId;
import org.gemello.api.ValueKind;
import org.gemello.historian.internal.TableWriter.Cell;
import org.gemello.historian.internal.TableWriter.Field;
import org.gemello.history.GapRow;

/** Writes one history file, series by series in the order of the points. */
final class HistoryFileWriter implements Closeable {
    private static final Binary NO_TEXT = new Binary(new byte[0]);
    private final TableWriter file;
    private final TimeSpans.Builder times = new TimeSpans.Builder();
    private boolean sharedReceptions;

    HistoryFileWriter(Path path) throws IOException {
        file = new TableWriter(path, List.of(FileLayout.samples(), FileLayout.gaps(), FileLayout.receptions()));
    }

    void samples(PointId point, SeriesRows rows) throws IOException {
        if (rows.size() == 0) {
            return;
        }
        int[] order = rows.order();
        long[] keys = rows.sortedTimes();
        times.add(keys);
        TimeKeys split = TimeKeys.of(keys);
        file.series(FileLayout.series(FileLayout.SAMPLES, point), fields(rows, split, order), split.keys());
    }

    private List<Field> fields(SeriesRows rows, TimeKeys split, int[] order) {
        Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
        boolean allGood = true;
        boolean unitless = true;
        for (int i = 0; i < rows.size(); i++) {
            kinds.add(rows.kind(i));
            allGood &= rows.quality(i) == 0;
            unitless &= rows.unit(i).equals(FileLayout.DEFAULT_UNIT);
        }
        List<Field> fields = new ArrayList<>();
        if (kinds.contains(ValueKind.DOUBLE)) {
            fields.add(doubles(rows, order));
        }
        if (kinds.contains(ValueKind.LONG)) {
            fields.add(new Field(FileLayout.LONG.schema(), (chunk, key, i) ->
                    chunk.write(key, rows.bits(order[i]), rows.kind(order[i]) != ValueKind.LONG)));
        }
        if (kinds.contains(ValueKind.BOOLEAN)) {
            fields.add(new Field(FileLayout.BOOLEAN.schema(), (chunk, key, i) ->
                    chunk.write(key, rows.bits(order[i]) != 0, rows.kind(order[i]) != ValueKind.BOOLEAN)));
        }
        if (kinds.contains(ValueKind.TEXT)) {
            fields.add(new Field(TextEncoding.column(rows), (chunk, key, i) ->
                    chunk.write(key, binary(rows.text(order[i])), rows.kind(order[i]) != ValueKind.TEXT)));
        }
        if (!allGood) {
            fields.add(new Field(FileLayout.QUALITY.schema(), (chunk, key, i) -> chunk.write(key, rows.quality(order[i]), false)));
        }
        if (!sharedReceptions) {
            fields.add(new Field(FileLayout.RECEIVED.schema(), (chunk, key, i) -> chunk.write(key, rows.received(order[i]), false)));
        }
        fields.add(offsets(rows, order));
        if (!unitless) {
            fields.add(new Field(FileLayout.UNIT.schema(0, order.length), new UnitCell(rows, order)));
        }
        if (split.isTied()) {
            fields.add(new Field(FileLayout.TIE.schema(), (chunk, key, i) -> chunk.write(key, key - rows.time(order[i]), false)));
        }
        if (split.unit() != null) {
            fields.add(new Field(split.unit().column().schema(), (chunk, key, i) -> chunk.write(key, split.fraction(i), false)));
        }
        return fields;
    }

    /** The unit is the same in nearly every row: it is made bytes only where it changes. */
    private static final class UnitCell implements Cell {
        private final SeriesRows rows;
        private final int[] order;
        private String unit;
        private Binary bytes;

        UnitCell(SeriesRows rows, int[] order) {
            this.rows = rows;
            this.order = order;
        }

        @Override
        public void write(AlignedChunkWriterImpl chunk, long key, int i) {
            String next = rows.unit(order[i]);
            if (!next.equals(unit)) {
                unit = next;
                bytes = binary(next);
            }
            chunk.write(key, bytes, false);
        }
    }

    private static Field doubles(SeriesRows rows, int[] order) {
        DoubleEncoding encoding = DoubleEncoding.of(rows, order);
        return new Field(encoding.column(), encoding.isBits()
                ? (chunk, key, i) -> chunk.write(key, rows.bits(order[i]), rows.kind(order[i]) != ValueKind.DOUBLE)
                : (chunk, key, i) -> chunk.write(key, Double.longBitsToDouble(rows.bits(order[i])),
                        rows.kind(order[i]) != ValueKind.DOUBLE));
    }

    private static Field offsets(SeriesRows rows, int[] order) {
        long[] offsets = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            offsets[i] = rows.offset(order[i]);
        }
        return new Field(FileLayout.OFFSET.schema(DeltaSize.bits(offsets), order.length),
                (chunk, key, i) -> chunk.write(key, offsets[i], false));
    }

    /** Writes when the samples were received once for all series, where it was the same for many each; call before the first series. */
    void receptions(ReceivedTimes times, long rows) throws IOException {
        sharedReceptions = times.areShared(rows);
        if (sharedReceptions) {
            long[] offsets = IntStream.range(0, times.size()).mapToLong(times::offset).toArray();
            file.series(FileLayout.receptionSeries(), List.of(
                    new Field(FileLayout.RECEIVED.schema(), (chunk, key, i) -> chunk.write(key, times.time(i), false))), offsets);
        }
    }

    void gaps(PointId point, List<GapRow> gaps) throws IOException {
        if (gaps.isEmpty()) {
            return;
        }
        List<GapRow> sorted = new ArrayList<>(gaps);
        sorted.sort(Comparator.comparingLong(GapRow::from).thenComparingLong(GapRow::offset));
        long[] keys = sorted.stream().mapToLong(GapRow::from).toArray();
        sorted.forEach(gap -> times.add(gap.from(), gap.to()));
        RisingKeys.spread(keys);
        file.series(FileLayout.series(FileLayout.GAPS, point), List.of(
                new Field(FileLayout.UNTIL.schema(), (chunk, key, row) -> chunk.write(key, sorted.get(row).to(), false)),
                new Field(FileLayout.REASON.schema(), (chunk, key, row) -> chunk.write(key, binary(sorted.get(row).reason()), false)),
                new Field(FileLayout.UNIT.schema(), (chunk, key, row) -> chunk.write(key, binary(sorted.get(row).unit()), false)),
                new Field(FileLayout.OFFSET.schema(), (chunk, key, row) -> chunk.write(key, sorted.get(row).offset(), false)),
                new Field(FileLayout.TIE.schema(), (chunk, key, row) -> chunk.write(key, key - sorted.get(row).from(), false))),
                keys);
    }

    private static Binary binary(String text) {
        return text == null ? NO_TEXT : new Binary(text, StandardCharsets.UTF_8);
    }

    /** Completes the file, on disk when this returns; its name tells what it covers. */
    FileName finish(long from, long to, int level) throws IOException {
        return new FileName(from, to, times.build(), level, file.finish());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
