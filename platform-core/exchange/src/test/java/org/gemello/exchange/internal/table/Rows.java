package org.gemello.exchange.internal.table;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.exchange.FileFormat;
import org.gemello.exchange.internal.csv.CsvTableReader;
import org.gemello.exchange.internal.csv.CsvTableWriter;
import org.gemello.exchange.internal.parquet.ParquetTableReader;
import org.gemello.exchange.internal.parquet.ParquetTableWriter;

/** Rows of every kind of value, and files of them. */
public final class Rows {
    public static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private Rows() {
    }

    /** Samples with everything that is hard to keep: signed zero, NaN, infinities, extreme integers, texts that look like syntax. */
    public static List<Object[]> samples() {
        Object[] values = {1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1 + 0.2, Long.MIN_VALUE, 9007199254740993L, true,
            false, "", "a \"quoted\", text\r\nwith lines; =1+1", "Grüße, 水位 🌊", null};
        List<Object[]> rows = new ArrayList<>();
        for (Object value : values) {
            long i = rows.size();
            rows.add(new Object[] {"wt-01/WGEN.W", TIME.plusNanos(i), value, "kW", i % 2 == 0 ? 0 : 0x80310000, TIME.plusSeconds(i), i, TRACE});
        }
        rows.add(new Object[] {"wt-01/WGEN.W", Instant.parse("1969-12-31T23:59:59.999999999Z"), 1.0, "kW", null, null, null, null});
        return rows;
    }

    public static void write(FileFormat format, Table table, Path file, List<Object[]> rows) throws IOException {
        try (TableWriter writer = format == FileFormat.CSV ? new CsvTableWriter(table, file) : new ParquetTableWriter(table, file)) {
            for (Object[] row : rows) {
                writer.write(row);
            }
        }
    }

    public static List<ReadRow> read(FileFormat format, Table table, Path file) throws IOException {
        List<ReadRow> rows = new ArrayList<>();
        try (TableReader reader = format == FileFormat.CSV ? new CsvTableReader(table, file) : new ParquetTableReader(table, file)) {
            for (ReadRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
