package org.gemello.exchange.internal.parquet;

import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.gemello.api.Times;
import org.gemello.exchange.internal.table.Column;
import org.gemello.exchange.internal.table.ColumnType;
import org.gemello.exchange.internal.table.Table;

/** Hands a row's values to Parquet, column by column as {@link Schema} has them. */
final class RowWriter extends WriteSupport<Object[]> {
    private final Table table;
    private RecordConsumer consumer;

    RowWriter(Table table) {
        this.table = table;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(Schema.of(table), Map.of("gemello.table", table.fileName()));
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return init((ParquetConfiguration) null);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(Object[] row) {
        consumer.startMessage();
        int place = 0;
        for (int i = 0; i < row.length; i++) {
            Column column = table.columns().get(i);
            if (column.type() == ColumnType.VALUE) {
                value(column.name(), place, row[i]);
                place += 4;
            } else {
                if (row[i] != null) {
                    field(column.name(), place, row[i]);
                }
                place++;
            }
        }
        consumer.endMessage();
    }

    private void value(String name, int place, Object value) {
        if (value instanceof Double) {
            field(name + "_double", place, value);
        } else if (value instanceof Long) {
            field(name + "_long", place + 1, value);
        } else if (value instanceof Boolean) {
            field(name + "_boolean", place + 2, value);
        } else if (value instanceof String) {
            field(name + "_text", place + 3, value);
        }
    }

    private void field(String name, int place, Object value) {
        consumer.startField(name, place);
        if (value instanceof String text) {
            consumer.addBinary(Binary.fromString(text));
        } else if (value instanceof Instant time) {
            consumer.addLong(Times.nanos(time));
        } else if (value instanceof Long number) {
            consumer.addLong(number);
        } else if (value instanceof Double number) {
            consumer.addDouble(number);
        } else if (value instanceof Integer status) {
            consumer.addInteger(status);
        } else {
            consumer.addBoolean((Boolean) value);
        }
        consumer.endField(name, place);
    }
}
