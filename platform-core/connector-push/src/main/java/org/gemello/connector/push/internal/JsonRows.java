package org.gemello.connector.push.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import org.gemello.api.Quality;
import org.gemello.api.connection.Pushable.Row;
import org.gemello.connector.SourceTime;

/**
 * Reads JSON: objects with {@code name}, {@code value}, {@code time} and {@code quality}, one after the other, in an array, or in the
 * array {@code samples} of an object. An object that is wrong is told and passed over; a text that is not JSON ends the reading.
 */
final class JsonRows {
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(16).maxNumberLength(100).maxNameLength(1_000).maxStringLength(1 << 16).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    private final RowSink sink;
    private int count;

    private JsonRows(RowSink sink) {
        this.sink = sink;
    }

    /** @throws IOException where the text is not JSON, or not of such objects; the message says where */
    static void read(byte[] text, RowSink sink) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonRows rows = new JsonRows(sink);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                rows.element(token, parser);
            }
        } catch (JsonProcessingException e) {
            throw new IOException("not JSON: " + e.getOriginalMessage() + " at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr(), e);
        }
    }

    private void element(JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                object(parser);
            }
        } else {
            object(parser);
        }
    }

    private void object(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("an object with 'name' and 'value' is expected at line " + parser.currentLocation().getLineNr()
                    + ", column " + parser.currentLocation().getColumnNr());
        }
        String place = "sample " + count;
        String name = null;
        Object value = null;
        Long time = 0L;
        Quality quality = Quality.GOOD;
        String wrong = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isStructStart() && !field.equals("samples")) {
                parser.skipChildren();
                wrong = "'" + field + "' is an object or array, not a value";
                continue;
            }
            switch (field) {
                case "samples" -> {
                    element(token, parser);
                    wrong = "";
                }
                case "name" -> name = parser.getText();
                case "value" -> value = value(token, parser);
                case "time" -> {
                    time = time(token, parser);
                    wrong = time == null ? "'time' '" + parser.getText() + "' is not a time: write ISO 8601 with a zone" : wrong;
                }
                case "quality" -> quality = new Quality((int) parser.getValueAsLong(Quality.BAD.code()));
                default -> wrong = "'" + field + "' is not known; there are name, value, time and quality";
            }
        }
        finish(place, name, value, time, quality, wrong);
    }

    private void finish(String place, String name, Object value, Long time, Quality quality, String wrong) {
        if (wrong != null && wrong.isEmpty()) {
            return; // it was only the object around the samples
        }
        count++;
        if (wrong != null) {
            sink.refused(place, wrong);
        } else if (name == null) {
            sink.refused(place, "'name' is missing");
        } else {
            sink.row(new Row(name, value, time, quality), place);
        }
    }

    private static Object value(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    /** Null where it is none. */
    private static Long time(JsonToken token, JsonParser parser) throws IOException {
        try {
            return switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> SourceTime.of(parser.getDoubleValue());
                case VALUE_NULL -> 0L;
                case VALUE_STRING -> SourceTime.of(parser.getText());
                default -> null;
            };
        } catch (IllegalArgumentException notATime) {
            return null;
        }
    }
}
