package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All pointers of one topic as a tree, walked along with the parser; what no pointer leads to is skipped. */
final class JsonPaths {
    private final Node root = new Node();
    private final List<JsonSlot> slots = new ArrayList<>();

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private JsonSlot slot;
    }

    /** The slot of a pointer; the same one for the same pointer. */
    JsonSlot slot(Pointer pointer) {
        Node node = root;
        for (String step : pointer.steps()) {
            node = node.children.computeIfAbsent(step, name -> new Node());
        }
        if (node.slot == null) {
            node.slot = new JsonSlot(pointer.text());
            slots.add(node.slot);
        }
        return node.slot;
    }

    /** Fills the slots from one document. */
    void read(JsonParser parser) throws IOException, Refusal {
        slots.forEach(JsonSlot::clear);
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Refusal("the payload is empty; wanted a JSON document");
        }
        read(parser, first, root);
        if (parser.nextToken() != null) {
            throw new Refusal("the payload goes on after the JSON document; send one document in a message");
        }
    }

    private static void read(JsonParser parser, JsonToken token, Node node) throws IOException {
        if (node.slot != null) {
            node.slot.take(parser, token);
        }
        if (!token.isStructStart()) {
            return;
        }
        if (node.children.isEmpty()) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                child(parser, parser.nextToken(), node.children.get(name));
            }
        } else {
            int index = 0;
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                child(parser, next, node.children.get(Integer.toString(index++)));
            }
        }
    }

    private static void child(JsonParser parser, JsonToken token, Node child) throws IOException {
        if (child == null) {
            parser.skipChildren();
        } else {
            read(parser, token, child);
        }
    }
}
