package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All pointers of one topic as a tree, walked along with the parser; what no pointer leads to is skipped. */
final class JsonPaths {
    private final Node root = new Node();
    private final List<JsonSlot> slots = new ArrayList<>();
    private final List<JsonSlot> texts = new ArrayList<>();
    private final Documents documents;

    JsonPaths(Documents documents) {
        this.documents = documents;
    }

    /** Where pointers meet or end. */
    static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private JsonNames<Node> names;
        private JsonSlot slot;

        /** What is read here, null where nothing is. */
        JsonSlot slot() {
            return slot;
        }

        /** Where the member of this name leads, null where nothing is read there. Once asked, no pointers are added any more. */
        Node child(byte[] bytes, int from, int length) {
            if (names == null) {
                names = new JsonNames<>(children);
            }
            return names.get(bytes, from, length);
        }

        /** Where the element of an array leads, null where nothing is read there. */
        Node element(int index) {
            return children.isEmpty() ? null : children.get(Integer.toString(index));
        }
    }

    /** The slot of a pointer; the same one for the same pointer. */
    JsonSlot slot(Pointer pointer) {
        Node node = node(pointer);
        return node.slot != null ? node.slot : put(pointer, new JsonSlot(pointer.text(), documents));
    }

    /** Has a slot filled from what is at the pointer. */
    JsonSlot put(Pointer pointer, JsonSlot slot) {
        node(pointer).slot = slot;
        slots.add(slot);
        return slot;
    }

    /**
     * The slot of an object or array as text; what lies within it can be read, too.
     *
     * @throws IllegalArgumentException where the same place is a value for others
     */
    JsonSlot text(Pointer pointer) {
        JsonSlot there = node(pointer).slot;
        if (there != null && !texts.contains(there)) {
            throw new IllegalArgumentException("'" + pointer.text() + "' is bound as a value, and as text with '" + JsonTextSlot.MARK + "'");
        }
        if (there == null) {
            there = put(pointer, new JsonTextSlot(pointer.text(), documents));
            texts.add(there);
        }
        return there;
    }

    /** Cuts texts out of a payload that was read to its end. */
    void cut(byte[] payload) {
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).cut(payload);
        }
    }

    private Node node(Pointer pointer) {
        Node node = root;
        for (String step : pointer.steps()) {
            node = node.children.computeIfAbsent(step, name -> new Node());
        }
        return node;
    }

    List<JsonSlot> slots() {
        return slots;
    }

    Node root() {
        return root;
    }

    /** Forgets what the slots hold. */
    void clear() {
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).clear();
        }
    }

    /** Fills the slots from one document. */
    void read(JsonParser parser) throws IOException, Refusal {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Refusal("the payload is empty; wanted a " + documents + " document");
        }
        read(parser, first);
        if (parser.nextToken() != null) {
            throw new Refusal("the payload goes on after the " + documents + " document; send one document in a message");
        }
    }

    /** Fills the slots from the value that the parser stands at. */
    void read(JsonParser parser, JsonToken token) throws IOException {
        clear();
        read(parser, token, root);
    }

    private static void read(JsonParser parser, JsonToken token, Node node) throws IOException {
        if (token == null) {
            throw new EOFException("it ends in the middle");
        }
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
                child(parser, next, node.element(index++));
            }
        }
        if (node.slot != null) {
            node.slot.structureEnds((int) parser.currentLocation().getByteOffset());
        }
    }

    private static void child(JsonParser parser, JsonToken token, Node child) throws IOException {
        if (child == null && token != null) {
            parser.skipChildren();
        } else {
            read(parser, token, child);
        }
    }
}
