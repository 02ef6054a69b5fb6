package org.gemello.historian.internal;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tsfile.enums.TSDataType;
import org.apache.tsfile.file.metadata.TableSchema;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.gemello.historian.internal.FileLayout.Column;

/**
 * The tables of a rollup file, one for each {@link Resolution}, tagged by twin and point. The time column is the begin of the
 * bucket, moved on by a nanosecond for each further row of the same bucket: late samples make one of their own. Four samples of
 * each bucket are kept whole: the first, the last, the lowest and the highest; their times are told from the begin of the bucket
 * on, their offsets from that of the first. Their values are in columns of doubles, or where others are among them in columns of
 * bits with {@link #KINDS}. A column whose rows all have the default is left out.
 */
final class RollupLayout {
    static final Column COUNT = whole("count");
    /** Usable numbers; default the count. */
    static final Column NUMBERS = whole("numbers");
    static final Column MEAN = real("mean");
    static final Column SQUARES = real("squares");
    static final Column WEIGHTED = real("weighted");
    /** Nanoseconds in which a number held; default the time from first to last. */
    static final Column WEIGHTED_NANOS = whole("weighted_ns");
    /** Nanoseconds of uncertain quality; default 0. What is neither uncertain nor bad is good. */
    static final Column UNCERTAIN_NANOS = whole("uncertain_ns");
    /** Nanoseconds of bad quality; default 0. */
    static final Column BAD_NANOS = whole("bad_ns");
    /** What the four samples are made of, four bits each, the first one lowest; default double. */
    static final Column KINDS = new Column("kinds", TSDataType.INT32, TSEncoding.RLE);
    /** 1 where the rows cannot be told from this; default 0. */
    static final Column PARTIAL = new Column("partial", TSDataType.INT32, TSEncoding.RLE);
    static final int KIND_BITS = 4;
    static final int KIND_MASK = 15;
    /** The samples that are kept, in this order. */
    static final Kept[] KEPT = Kept.values();

    /** A sample that is kept whole. */
    enum Kept {
        FIRST, LAST, LOWEST, HIGHEST;

        final Column time = whole(lower() + "_ns");
        final Column offset = whole(lower() + "_offset");
        final Column quality = new Column(lower() + "_quality", TSDataType.INT32, TSEncoding.RLE);
        final Column value = new Column(lower(), TSDataType.DOUBLE, TSEncoding.GORILLA);
        final Column bits = whole(lower() + "_bits");

        private String lower() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Stream<Column> columns() {
            return Stream.of(time, offset, quality, value, bits);
        }
    }

    /** Names of all columns. */
    static final Set<String> COLUMNS = columns().map(Column::name).collect(Collectors.toCollection(TreeSet::new));

    private RollupLayout() {
    }

    private static Column whole(String name) {
        return new Column(name, TSDataType.INT64, TSEncoding.TS_2DIFF);
    }

    private static Column real(String name) {
        return new Column(name, TSDataType.DOUBLE, TSEncoding.GORILLA);
    }

    private static Stream<Column> columns() {
        return Stream.concat(Stream.of(COUNT, NUMBERS, MEAN, SQUARES, WEIGHTED, WEIGHTED_NANOS, UNCERTAIN_NANOS, BAD_NANOS, KINDS, PARTIAL,
                FileLayout.UNIT), Stream.of(KEPT).flatMap(Kept::columns));
    }

    static TableSchema table(Resolution resolution) {
        return FileLayout.table(resolution.table(), columns().toArray(Column[]::new));
    }
}
