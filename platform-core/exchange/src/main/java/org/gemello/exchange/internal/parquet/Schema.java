package org.gemello.exchange.internal.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.gemello.exchange.internal.table.Column;
import org.gemello.exchange.internal.table.Table;

/**
 * A table's columns in Parquet: TEXT as STRING, TIME as TIMESTAMP(NANOS, UTC), LONG as INT64, DOUBLE, STATUS as UINT_32. A VALUE takes
 * four columns, {@code NAME_double}, {@code NAME_long}, {@code NAME_boolean} and {@code NAME_text}, of which at most one is set.
 */
final class Schema {
    private Schema() {
    }

    static MessageType of(Table table) {
        List<Type> fields = new ArrayList<>();
        for (Column column : table.columns()) {
            Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
            String name = column.name();
            switch (column.type()) {
                case TEXT -> fields.add(text(name, repetition));
                case TIME -> fields.add(Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(timestampType(true, TimeUnit.NANOS)).named(name));
                case LONG -> fields.add(Types.primitive(PrimitiveTypeName.INT64, repetition).named(name));
                case DOUBLE -> fields.add(Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name));
                case STATUS -> fields.add(Types.primitive(PrimitiveTypeName.INT32, repetition).as(intType(32, false)).named(name));
                case VALUE -> {
                    fields.add(Types.optional(PrimitiveTypeName.DOUBLE).named(name + "_double"));
                    fields.add(Types.optional(PrimitiveTypeName.INT64).named(name + "_long"));
                    fields.add(Types.optional(PrimitiveTypeName.BOOLEAN).named(name + "_boolean"));
                    fields.add(text(name + "_text", Repetition.OPTIONAL));
                }
            }
        }
        return new MessageType(table.fileName(), fields);
    }

    private static Type text(String name, Repetition repetition) {
        return Types.primitive(PrimitiveTypeName.BINARY, repetition).as(stringType()).named(name);
    }
}
