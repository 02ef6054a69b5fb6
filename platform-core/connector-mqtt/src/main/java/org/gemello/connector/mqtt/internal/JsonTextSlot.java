package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An object or array that is taken as the text it is written in: a burst of vibration in one sample. Other values are as ever. */
final class JsonTextSlot extends JsonSlot {
    /** Ends the pointer of a point that is to have such a text. */
    static final String MARK = "#[]";
    /** The longest text that the log takes, in bytes. */
    private static final int LONGEST = 1 << 20;
    private int from;
    private int to;

    JsonTextSlot(String pointer, Documents documents) {
        super(pointer, documents);
    }

    @Override
    void structure(byte[] within, int at) {
        super.structure(within, at);
        from = at;
    }

    @Override
    void take(JsonParser parser, JsonToken token) throws IOException {
        super.take(parser, token);
        from = (int) parser.currentTokenLocation().getByteOffset();
    }

    @Override
    void structureEnds(int behind) {
        to = behind;
    }

    @Override
    void cut(byte[] payload) {
        if (content == Content.STRUCTURE && to - from <= LONGEST) {
            content = Content.TEXT;
            text = new String(payload, from, to - from, StandardCharsets.UTF_8);
        }
    }

    @Override
    String refused() {
        return "is longer than the " + LONGEST + " bytes that the text of a sample may have";
    }
}
