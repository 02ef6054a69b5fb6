package org.gemello.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Values that a schema of the contract allows, and such that it forbids. */
final class SchemaValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** One of them has the form that a pattern of the contract wants. */
    private static final List<String> TEXTS = List.of("wt-01", "a", "*", "energy/x", "PT1M", "000000", "abcdefgh", "0".repeat(32), "0".repeat(40), "0".repeat(64),
            "wt-01/WTUR.W", "opc.tcp://x", "wf-01:key:1", "WTUR.W=1", "samples.csv", "text of twelve");
    private static final List<String> WRONG = List.of("!", "A B", "\u00e9/?", "");

    private SchemaValues() {
    }

    /** Missing where there is no schema. */
    static JsonNode valid(JsonNode given) {
        JsonNode schema = Contract.resolved(given);
        if (schema.isMissingNode()) {
            return schema;
        } else if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText("object")) {
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asLong(1));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> JSON.arrayNode().add(valid(schema.get("items")));
            case "string" -> JSON.textNode(text(schema));
            default -> object(schema);
        };
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("required").forEach(name -> object.set(name.asText(), valid(schema.at("/properties/" + name.asText()))));
        if (object.isEmpty() && schema.path("minProperties").asInt() > 0) {
            object.put("connection", "plant").put("kind", "opcua");
        }
        return object;
    }

    private static String text(JsonNode schema) {
        if (schema.path("format").asText().equals("date-time")) {
            return "2026-03-01T12:00:00Z";
        }
        return TEXTS.stream().filter(text -> text.matches(schema.path("pattern").asText(".*")) && text.length() >= schema.path("minLength").asInt(0)
                && text.length() <= schema.path("maxLength").asInt(1_000)).findFirst()
                .orElseThrow(() -> new IllegalStateException("add a text that matches " + schema));
    }

    /** Texts of a parameter that the schema forbids, one for each of its constraints. */
    static List<String> broken(JsonNode given) {
        JsonNode schema = Contract.resolved(given);
        List<String> broken = new ArrayList<>();
        if (schema.has("enum")) {
            broken.add("none-of-them");
        } else if (schema.path("type").asText().equals("array")) {
            return broken(schema.get("items"));
        } else if (schema.path("format").asText().equals("date-time")) {
            broken.add("yesterday");
        } else if (schema.path("type").asText().equals("integer") || schema.path("type").asText().equals("boolean")) {
            broken.add("perhaps");
        }
        if (schema.has("minimum")) {
            broken.add(String.valueOf(schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            broken.add(String.valueOf(schema.get("maximum").asLong() + 1));
        }
        if (schema.has("pattern")) {
            broken.add(WRONG.stream().filter(text -> !text.matches(schema.get("pattern").asText())).findFirst().orElseThrow());
        }
        if (schema.has("maxLength")) {
            broken.add("a".repeat(schema.get("maxLength").asInt() + 1));
        }
        return broken;
    }

    /** Values of a property that the schema forbids; missing where that is one of them. */
    static List<JsonNode> brokenJson(JsonNode given, boolean required) {
        JsonNode schema = Contract.resolved(given);
        List<JsonNode> broken = new ArrayList<>(List.of(JSON.nullNode()));
        if (required) {
            broken.add(MissingNode.getInstance());
        }
        String type = schema.path("type").asText();
        switch (type) {
            case "integer", "number" -> broken(schema).forEach(text -> broken.add(text.equals("perhaps") ? new TextNode(text) : JSON.numberNode(Long.parseLong(text))));
            case "boolean" -> broken.add(new TextNode("perhaps"));
            case "string" -> {
                broken(schema).forEach(text -> broken.add(new TextNode(text)));
                if (schema.path("minLength").asInt() > 0) {
                    broken.add(new TextNode("a".repeat(schema.get("minLength").asInt() - 1)));
                }
            }
            case "array" -> {
                broken.add(new TextNode("no list"));
                if (schema.path("minItems").asInt() > 0) {
                    broken.add(JSON.arrayNode());
                }
            }
            default -> {
                if (type.equals("object")) {
                    broken.add(new TextNode("no object"));
                }
            }
        }
        return broken;
    }
}
