package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What one pointer led to in the payload at hand. Used again for every payload. */
final class JsonSlot {

    /** What stands at the pointer. */
    enum Content { ABSENT, NULL, NUMBER, BOOLEAN, TEXT, STRUCTURE }

    final String pointer;
    Content content = Content.ABSENT;
    double number;
    boolean flag;
    String text;
    private JsonLocation location;

    JsonSlot(String pointer) {
        this.pointer = pointer;
    }

    void clear() {
        content = Content.ABSENT;
        text = null;
        location = null;
    }

    /** Takes the value that the parser stands at. */
    void take(JsonParser parser, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            content = Content.NUMBER;
            number = JsonNumber.read(parser);
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

    /** Pointer, and place where there is one, for messages. */
    String where() {
        return "pointer '" + pointer + "'"
                + (location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")");
    }
}
