package org.gemello.exchange.internal.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.gemello.api.Times;
import org.gemello.exchange.internal.table.Column;
import org.gemello.exchange.internal.table.ColumnType;
import org.gemello.exchange.internal.table.ReadRow;
import org.gemello.exchange.internal.table.Table;
import org.gemello.exchange.internal.table.TableReader;

/** Reads a table that {@link ParquetTableWriter} or another tool has written, one row group at a time. */
public final class ParquetTableReader implements TableReader {
    private static final String[] KINDS = {"_double", "_long", "_boolean", "_text"};
    private final Table table;
    private final ParquetFileReader file;
    private final MessageType schema;
    private final RowMaker maker;
    private RecordReader<Object[]> rows;
    private long left;
    private long read;

    /** @throws IOException where the file cannot be trusted, or has not the table's columns; the message names what is wrong */
    public ParquetTableReader(Table table, Path path) throws IOException {
        this.table = table;
        FileCheck.check(path);
        file = open(path);
        schema = file.getFileMetaData().getSchema();
        maker = new RowMaker(schema.getFieldCount());
        boolean fits = false;
        try {
            checkSchema();
            fits = true;
        } finally {
            if (!fits) {
                file.close();
            }
        }
    }

    private static ParquetFileReader open(Path path) throws IOException {
        try {
            return ParquetFileReader.open(new LocalInputFile(path), ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .withCodecFactory(new Codecs()).usePageChecksumVerification().build());
        } catch (RuntimeException e) {
            throw new IOException("the file is damaged: " + e.getMessage(), e);
        }
    }

    private void checkSchema() throws IOException {
        for (Type field : schema.getFields()) {
            if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
                throw new IOException("column '" + field.getName() + "' is nested; a table of the history has plain columns");
            }
        }
        for (Column column : table.columns()) {
            boolean there = column.type() == ColumnType.VALUE ? Arrays.stream(KINDS).anyMatch(kind -> has(column.name() + kind))
                    : column.optional() || has(column.name());
            if (!there) {
                throw new IOException("there is no column '" + column.name() + "'; the file has " + schema.getFields().stream().map(Type::getName).toList());
            }
        }
    }

    private boolean has(String name) {
        return schema.containsField(name);
    }

    @Override
    public ReadRow next() throws IOException {
        try {
            while (left == 0) {
                PageReadStore group = file.readNextRowGroup();
                if (group == null) {
                    return null;
                }
                left = group.getRowCount();
                rows = new ColumnIOFactory().getColumnIO(schema).getRecordReader(group, maker);
            }
            left--;
            read++;
            return row(rows.read());
        } catch (RuntimeException e) {
            throw new IOException("row " + read + " cannot be read, the file is damaged: " + e.getMessage(), e);
        }
    }

    private ReadRow row(Object[] fields) {
        Object[] row = new Object[table.columns().size()];
        for (int i = 0; i < row.length; i++) {
            Column column = table.columns().get(i);
            row[i] = column.type() == ColumnType.VALUE ? value(column, fields) : field(column, fields);
            if (row[i] == null && !column.optional()) {
                return ReadRow.bad("row " + read, "column " + column.name() + " has no value that fits it", Arrays.toString(fields));
            }
        }
        return ReadRow.good("row " + read, row, "");
    }

    private Object value(Column column, Object[] fields) {
        for (String kind : KINDS) {
            Object value = has(column.name() + kind) ? fields[schema.getFieldIndex(column.name() + kind)] : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Null where the file has none, or one of another type. */
    private Object field(Column column, Object[] fields) {
        if (!has(column.name())) {
            return null;
        }
        Object field = fields[schema.getFieldIndex(column.name())];
        return switch (column.type()) {
            case TEXT -> field instanceof String ? field : null;
            case LONG -> field instanceof Long ? field : null;
            case DOUBLE -> field instanceof Double ? field : null;
            case STATUS -> field instanceof Long code ? (Object) code.intValue() : null;
            case TIME -> field instanceof Long time ? time(column, time) : null;
            case VALUE -> null;
        };
    }

    private Instant time(Column column, long time) {
        if (schema.getType(column.name()).getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation stamp) {
            return switch (stamp.getUnit()) {
                case NANOS -> Times.instant(time);
                case MICROS -> Times.instant(TimeUnit.MICROSECONDS.toNanos(time));
                case MILLIS -> Times.instant(TimeUnit.MILLISECONDS.toNanos(time));
            };
        }
        return null;
    }

    @Override
    public double share() {
        return file.getRecordCount() == 0 ? 1 : (double) read / file.getRecordCount();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
