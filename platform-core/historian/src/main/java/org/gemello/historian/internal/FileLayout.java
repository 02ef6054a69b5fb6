package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tsfile.enums.ColumnCategory;
import org.apache.tsfile.enums.TSDataType;
import org.apache.tsfile.file.metadata.IDeviceID;
import org.apache.tsfile.file.metadata.TableSchema;
import org.apache.tsfile.file.metadata.enums.CompressionType;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.apache.tsfile.write.schema.IMeasurementSchema;
import org.apache.tsfile.write.schema.MeasurementSchema;
import org.gemello.api.PointId;

/**
 * The two tables of a history file, tagged by twin and point. TsFile needs strictly rising times within a series, the field
 * gives equal ones (a counter read twice in a millisecond): the time column is therefore the source time, moved on by as many
 * nanoseconds as it takes to be after the row before, and {@link #TIE} says by how many. Nothing is lost, and any TsFile tool
 * sees every row. Exactly one value column of a row is set, none where there is only a quality. A column whose rows all have
 * the default (quality 0, unit 1, tie 0) is left out.
 */
final class FileLayout {
    static final String SAMPLES = "samples";
    static final String GAPS = "gaps";
    /** When the samples from an offset on were received; the time column is the offset. */
    static final String RECEPTIONS = "receptions";

    static final Column DOUBLE = new Column("double_value", TSDataType.DOUBLE, TSEncoding.GORILLA);
    /** The 64 bits of a double as a number: neighbours of a series differ little in them, which GORILLA cannot use. */
    static final Column DOUBLE_BITS = new Column("double_bits", TSDataType.INT64, TSEncoding.TS_2DIFF);
    static final Column LONG = new Column("long_value", TSDataType.INT64, TSEncoding.TS_2DIFF);
    static final Column BOOLEAN = new Column("boolean_value", TSDataType.BOOLEAN, TSEncoding.RLE);
    static final Column TEXT = new Column("text_value", TSDataType.STRING, TSEncoding.PLAIN);
    static final Column QUALITY = new Column("quality", TSDataType.INT32, TSEncoding.RLE);
    static final Column RECEIVED = new Column("received", TSDataType.INT64, TSEncoding.TS_2DIFF);
    static final Column OFFSET = new Column("log_offset", TSDataType.INT64, TSEncoding.TS_2DIFF);
    static final Column UNIT = new Column("unit", TSDataType.STRING, TSEncoding.DICTIONARY);
    static final Column TIE = new Column("tie", TSDataType.INT64, TSEncoding.TS_2DIFF);
    static final Column UNTIL = new Column("until", TSDataType.INT64, TSEncoding.TS_2DIFF);
    static final Column REASON = new Column("reason", TSDataType.STRING, TSEncoding.DICTIONARY);

    /** Names of all columns. */
    static final Set<String> COLUMNS = Stream.concat(
            Stream.of(FractionUnit.values()).map(FractionUnit::column), Stream.of(DOUBLE, DOUBLE_BITS,
                    LONG, BOOLEAN, TEXT, QUALITY, RECEIVED, OFFSET, UNIT, TIE, UNTIL, REASON))
            .map(Column::name).collect(Collectors.toUnmodifiableSet());

    static final String DEFAULT_UNIT = "1";
    /** The time column has no name in TsFile. */
    static final Column TIME = new Column("", TSDataType.INT64, TSEncoding.TS_2DIFF);
    private static final int FEW_BITS = 4;
    /** A compressor costs as much to make as some hundred rows to encode. */
    private static final int MANY_ROWS = 1_000;

    private FileLayout() {
    }

    /** A column, with the encoding that suits it where the values of a series say nothing else. */
    record Column(String name, TSDataType type, TSEncoding encoding) {
        IMeasurementSchema schema() {
            return schema(encoding, Map.of());
        }

        /** The same column with another encoding; what is encoded well is not compressed again, see the decision record. */
        IMeasurementSchema schema(TSEncoding other, Map<String, String> properties) {
            return new MeasurementSchema(name, type, other, CompressionType.UNCOMPRESSED, properties);
        }

        /** The same column for numbers of this many bits each; where nearly only TS_2DIFF's headers are left, these are compressed. */
        IMeasurementSchema schema(long bits, int rows) {
            return new MeasurementSchema(name, type, encoding, compression(bits, rows), Map.of());
        }
    }

    private static CompressionType compression(long bits, int rows) {
        return rows >= MANY_ROWS && bits < (long) rows * FEW_BITS ? CompressionType.GZIP : CompressionType.UNCOMPRESSED;
    }

    static TableSchema samples() {
        return table(SAMPLES, DOUBLE, DOUBLE_BITS, LONG, BOOLEAN, TEXT, QUALITY, RECEIVED, OFFSET, UNIT, TIE, FractionUnit.NANO.column(),
                FractionUnit.TICK.column(), FractionUnit.MICRO.column(), FractionUnit.MILLI.column());
    }

    static TableSchema gaps() {
        return table(GAPS, UNTIL, REASON, UNIT, OFFSET, TIE);
    }

    static TableSchema receptions() {
        return table(RECEPTIONS, RECEIVED);
    }

    static TableSchema table(String name, Column... fields) {
        List<IMeasurementSchema> columns = new ArrayList<>();
        columns.add(new Column("twin", TSDataType.STRING, TSEncoding.PLAIN).schema());
        columns.add(new Column("point", TSDataType.STRING, TSEncoding.PLAIN).schema());
        for (Column field : fields) {
            columns.add(field.schema());
        }
        List<ColumnCategory> categories = new ArrayList<>(Collections.nCopies(columns.size(), ColumnCategory.FIELD));
        categories.set(0, ColumnCategory.TAG);
        categories.set(1, ColumnCategory.TAG);
        return new TableSchema(name, columns, categories);
    }

    /** Key of a point's rows in a table. */
    static IDeviceID series(String table, PointId point) {
        return IDeviceID.Factory.DEFAULT_FACTORY.create(new String[] {table, point.twin().value(), point.name()});
    }

    /** Key of the one series of receptions. */
    static IDeviceID receptionSeries() {
        return IDeviceID.Factory.DEFAULT_FACTORY.create(new String[] {RECEPTIONS, "log", "all"});
    }

    /** The point of a series, from its key. */
    static PointId point(IDeviceID series) {
        return PointId.parse(series.segment(1) + "/" + series.segment(2));
    }
}
