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

    JsonSlot(String pointer, Documents documents) {
        this.pointer = pointer;
        this.documents = documents;
    }

    @Override
    void clear() {
        super.clear();
        location = null;
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
        return "pointer '" + pointer + "'" + (location == null ? "" : " (" + documents.place(location) + ")");
    }
}
