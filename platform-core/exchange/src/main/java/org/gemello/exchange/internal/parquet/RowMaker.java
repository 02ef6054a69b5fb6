package org.gemello.exchange.internal.parquet;

import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Collects the fields of one record, each as the primitive that the file has: Long, Double, Boolean, String, or null. */
final class RowMaker extends RecordMaterializer<Object[]> {
    private final Object[] fields;
    private final Root root;

    RowMaker(int count) {
        fields = new Object[count];
        root = new Root();
    }

    /** The fields of the present record; the array is used again for the next one. */
    @Override
    public Object[] getCurrentRecord() {
        return fields;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private final class Root extends GroupConverter {
        private final Field[] converters = new Field[fields.length];

        Root() {
            for (int i = 0; i < converters.length; i++) {
                converters[i] = new Field(i);
            }
        }

        @Override
        public Converter getConverter(int index) {
            return converters[index];
        }

        @Override
        public void start() {
            Arrays.fill(fields, null);
        }

        @Override
        public void end() {
            // the record is taken by getCurrentRecord
        }
    }

    private final class Field extends PrimitiveConverter {
        private final int place;

        Field(int place) {
            this.place = place;
        }

        @Override
        public void addBinary(Binary value) {
            fields[place] = value.toStringUsingUTF8();
        }

        @Override
        public void addBoolean(boolean value) {
            fields[place] = value;
        }

        @Override
        public void addDouble(double value) {
            fields[place] = value;
        }

        @Override
        public void addFloat(float value) {
            fields[place] = (double) value;
        }

        @Override
        public void addInt(int value) {
            fields[place] = (long) value;
        }

        @Override
        public void addLong(long value) {
            fields[place] = value;
        }
    }
}
