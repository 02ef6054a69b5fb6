package org.gemello.connector.push.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gemello.api.Times;
import org.gemello.api.connection.Pushable.Row;

/** Rows as JSON text, one object a line: how they wait among the dead letters, and are read again. */
final class RowText {
    private static final JsonFactory JSON = new JsonFactory();

    private RowText() {
    }

    static byte[] of(List<Row> rows) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Row row : rows) {
                out.writeStartObject();
                out.writeStringField("name", row.name());
                write(row.value(), out);
                if (row.time() != 0) {
                    out.writeStringField("time", Times.instant(row.time()).toString());
                }
                out.writeNumberField("quality", row.quality().code() & 0xFFFFFFFFL);
                out.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        out.writeFieldName("value");
        if (value instanceof Number number) {
            out.writeNumber(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }
}
