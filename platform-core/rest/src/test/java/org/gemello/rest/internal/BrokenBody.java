package org.gemello.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A body that the contract allows but for one place.
 *
 * @param place such as {@code mapping.columns[0].unit}
 * @param wrong what stands there, for people
 */
record BrokenBody(String place, String wrong, JsonNode body) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ITEMS = 1_000;
    private static final String SOME_KEY = "some-key";

    /** Every constraint of a schema broken once, in nested objects, elements of lists and values of maps too. */
    static List<BrokenBody> of(JsonNode given) {
        JsonNode schema = Contract.resolved(given);
        List<BrokenBody> all = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            boolean required = schema.path("required").toString().contains('"' + name + '"');
            SchemaValues.brokenJson(property.getValue(), required).forEach(value -> all.add(new BrokenBody(name, shown(value), with(schema, name, value))));
            within(property.getValue()).forEach(inner -> all.add(new BrokenBody(joined(name, inner.place), inner.wrong, with(schema, name, inner.body))));
        });
        return all;
    }

    /** What is broken inside a value, not the value itself. */
    private static List<BrokenBody> within(JsonNode given) {
        JsonNode schema = Contract.resolved(given);
        if (schema.has("items")) {
            return inElement(schema);
        } else if (schema.path("additionalProperties").isObject()) {
            return each(schema.get("additionalProperties")).stream()
                    .map(inner -> new BrokenBody(joined(SOME_KEY, inner.place), inner.wrong, JSON.objectNode().set(SOME_KEY, inner.body))).toList();
        }
        return of(schema);
    }

    private static List<BrokenBody> inElement(JsonNode schema) {
        List<BrokenBody> all = new ArrayList<>();
        each(schema.get("items")).forEach(inner -> all.add(new BrokenBody(joined("[0]", inner.place), inner.wrong, JSON.arrayNode().add(inner.body))));
        if (!schema.path("uniqueItems").asBoolean() && schema.path("maxItems").asInt(MOST_ITEMS + 1) <= MOST_ITEMS) {
            ArrayNode many = JSON.arrayNode();
            for (int i = 0; i <= schema.get("maxItems").asInt(); i++) {
                many.add(SchemaValues.valid(schema.get("items")));
            }
            all.add(new BrokenBody("", "too many", many));
        }
        return all;
    }

    /** A value itself broken, and what is within it. */
    private static List<BrokenBody> each(JsonNode schema) {
        List<BrokenBody> all = new ArrayList<>();
        SchemaValues.brokenJson(schema, false).forEach(value -> all.add(new BrokenBody("", shown(value), value)));
        all.addAll(within(schema));
        return all;
    }

    private static JsonNode with(JsonNode schema, String name, JsonNode value) {
        ObjectNode whole = SchemaValues.valid(schema).deepCopy();
        if (value.isMissingNode()) {
            whole.remove(name);
        } else {
            whole.set(name, value);
        }
        return whole;
    }

    private static String joined(String outer, String inner) {
        return inner.isEmpty() || inner.startsWith("[") ? outer + inner : outer + '.' + inner;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() < 30 ? text : text.substring(0, 30) + "...";
    }

    /** True where a violation names the place, or what it lies in. */
    boolean isNamedBy(String field) {
        String asked = place.replace("[0]", "");
        String named = field.replaceAll("\\[[^]]*]", "").replace(".<list element>", "").replace(".<map value>", "");
        return named.equals(asked) || named.startsWith(asked + '.') || asked.startsWith(named + '.');
    }
}
