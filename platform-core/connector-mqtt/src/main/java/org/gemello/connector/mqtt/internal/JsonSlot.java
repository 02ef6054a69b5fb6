package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What one pointer led to. */
class JsonSlot extends Slot {
    private final String pointer;
    private final Documents documents;
    private JsonLocation location;
    /** As the location, where {@link JsonScanner} has filled the slot: the document at hand, and where in it the value begins. */
    private byte[] document;
    private int start;

    JsonSlot(String pointer, Documents documents) {
        this.pointer = pointer;
        this.documents = documents;
    }

    @Override
    void clear() {
        super.clear();
        location = null;
        document = null;
    }

    void number(double value) {
        content = Content.NUMBER;
        number = value;
    }

    /** @param value null for null */
    void word(Boolean value, byte[] within, int at) {
        place(within, at);
        content = value == null ? Content.NULL : Content.BOOLEAN;
        flag = Boolean.TRUE.equals(value);
    }

    void text(String value, byte[] within, int at) {
        place(within, at);
        content = Content.TEXT;
        text = value;
    }

    void structure(byte[] within, int at) {
        place(within, at);
        content = Content.STRUCTURE;
    }

    /** The structure that began last has been read to its end. */
    void structureEnds(int behind) {
    }

    /** The payload is right to its last byte, and here it is. */
    void cut(byte[] payload) {
    }

    private void place(byte[] within, int at) {
        document = within;
        start = at;
    }

    /** Takes the value that the parser stands at. */
    void take(JsonParser parser, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            content = Content.NUMBER;
            number = documents.number(parser);
            return;
        }
        location = parser.currentTokenLocation(); // only for messages, and a number seldom needs one
        switch (token) {
            case VALUE_TRUE, VALUE_FALSE -> {
                content = Content.BOOLEAN;
                flag = token == JsonToken.VALUE_TRUE;
            }
            case VALUE_STRING -> {
                content = Content.TEXT;
                text = parser.getText();
            }
            case VALUE_NULL -> content = Content.NULL;
            default -> content = Content.STRUCTURE;
        }
    }

    @Override
    String where() {
        JsonLocation place = document == null ? location : location();
        return "pointer '" + pointer + "'" + (place == null ? "" : " (" + documents.place(place) + ")");
    }

    private JsonLocation location() {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < start; i++) {
            if (document[i] == '\n' || document[i] == '\r' && document[i + 1] != '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonLocation(null, start, line, start - lineStart + 1);
    }
}
