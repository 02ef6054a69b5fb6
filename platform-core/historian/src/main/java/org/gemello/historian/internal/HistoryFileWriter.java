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
import org.apache.tsfile.file.metadata.IDeviceID;
import org.apache.tsfile.utils.Binary;
import org.apache.tsfile.write.chunk.AlignedChunkWriterImpl;
import org.apache.tsfile.write.schema.IMeasurementSchema;
import org.apache.tsfile.write.writer.TsFileIOWriter;
import org.gemello.api.PointId;
import org.gemello.api.ValueKind;
import org.gemello.history.GapRow;

/** Writes one history file, series by series in the order of the points. */
final class HistoryFileWriter implements Closeable {
    private static final Binary NO_TEXT = new Binary(new byte[0]);
    private final ChecksumOutput output;
    private final TsFileIOWriter file;
    private final TimeSpans.Builder times = new TimeSpans.Builder();

    /** Writes the value of a row into the next column of a chunk. */
    private interface Cell {
        void write(AlignedChunkWriterImpl chunk, long key, int row);
    }

    private record Field(IMeasurementSchema schema, Cell cell) {
    }

    HistoryFileWriter(Path path) throws IOException {
        output = new ChecksumOutput(path);
        file = new TsFileIOWriter(output);
        file.getSchema().registerTableSchema(FileLayout.samples());
        file.getSchema().registerTableSchema(FileLayout.gaps());
    }

    void samples(PointId point, SeriesRows rows) throws IOException {
        if (rows.size() == 0) {
            return;
        }
        int[] order = rows.order();
        long[] keys = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            keys[i] = rows.time(order[i]);
        }
        times.add(keys);
        boolean tied = RisingKeys.spread(keys);
        series(FileLayout.series(FileLayout.SAMPLES, point), fields(rows, tied), keys, order);
    }

    private static List<Field> fields(SeriesRows rows, boolean tied) {
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
            fields.add(new Field(DoubleEncoding.column(rows), (chunk, key, row) ->
                    chunk.write(key, Double.longBitsToDouble(rows.bits(row)), rows.kind(row) != ValueKind.DOUBLE)));
        }
        if (kinds.contains(ValueKind.LONG)) {
            fields.add(new Field(FileLayout.LONG.schema(), (chunk, key, row) ->
                    chunk.write(key, rows.bits(row), rows.kind(row) != ValueKind.LONG)));
        }
        if (kinds.contains(ValueKind.BOOLEAN)) {
            fields.add(new Field(FileLayout.BOOLEAN.schema(), (chunk, key, row) ->
                    chunk.write(key, rows.bits(row) != 0, rows.kind(row) != ValueKind.BOOLEAN)));
        }
        if (kinds.contains(ValueKind.TEXT)) {
            fields.add(new Field(TextEncoding.column(rows), (chunk, key, row) ->
                    chunk.write(key, binary(rows.text(row)), rows.kind(row) != ValueKind.TEXT)));
        }
        if (!allGood) {
            fields.add(new Field(FileLayout.QUALITY.schema(), (chunk, key, row) -> chunk.write(key, rows.quality(row), false)));
        }
        fields.add(new Field(FileLayout.RECEIVED.schema(), (chunk, key, row) -> chunk.write(key, rows.received(row), false)));
        fields.add(new Field(FileLayout.OFFSET.schema(), (chunk, key, row) -> chunk.write(key, rows.offset(row), false)));
        if (!unitless) {
            fields.add(new Field(FileLayout.UNIT.schema(), (chunk, key, row) -> chunk.write(key, binary(rows.unit(row)), false)));
        }
        if (tied) {
            fields.add(new Field(FileLayout.TIE.schema(), (chunk, key, row) -> chunk.write(key, key - rows.time(row), false)));
        }
        return fields;
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
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        series(FileLayout.series(FileLayout.GAPS, point), List.of(
                new Field(FileLayout.UNTIL.schema(), (chunk, key, row) -> chunk.write(key, sorted.get(row).to(), false)),
                new Field(FileLayout.REASON.schema(), (chunk, key, row) -> chunk.write(key, binary(sorted.get(row).reason()), false)),
                new Field(FileLayout.UNIT.schema(), (chunk, key, row) -> chunk.write(key, binary(sorted.get(row).unit()), false)),
                new Field(FileLayout.OFFSET.schema(), (chunk, key, row) -> chunk.write(key, sorted.get(row).offset(), false)),
                new Field(FileLayout.TIE.schema(), (chunk, key, row) -> chunk.write(key, key - sorted.get(row).from(), false))),
                keys, order);
    }

    private void series(IDeviceID series, List<Field> fields, long[] keys, int[] order) throws IOException {
        AlignedChunkWriterImpl chunk = new AlignedChunkWriterImpl(FileLayout.TIME, fields.stream().map(Field::schema).toList());
        for (int i = 0; i < keys.length; i++) {
            for (Field field : fields) {
                field.cell().write(chunk, keys[i], order[i]);
            }
            chunk.write(keys[i]);
        }
        file.startChunkGroup(series);
        chunk.writeToFileWriter(file);
        file.endChunkGroup();
    }

    private static Binary binary(String text) {
        return text == null ? NO_TEXT : new Binary(text, StandardCharsets.UTF_8);
    }

    /** Completes the file, on disk when this returns; its name tells what it covers. */
    FileName finish(long from, long to, int level) throws IOException {
        file.endFile();
        return new FileName(from, to, times.build(), level, output.checksum());
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
