package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Twins, connections and bindings, written as in the files of the configuration folder, or to be removed: however many files they come from,
 * they are one change, which the platform checks as a whole and makes whole or not at all.
 */
final class SiteDocuments implements Wanted {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What each becomes, by kind and name; null where it is removed. */
    private final Map<Key, Object> edits = new LinkedHashMap<>();

    /** @param kind as the API writes it */
    private record Key(String kind, String name) {
    }

    /** True for a document that is a file of the configuration folder; others have a {@code kind} of their own. */
    static boolean isOne(Object document) {
        return document instanceof Map<?, ?> map && (map.containsKey("twins") || map.containsKey("connection"))
                && !PolicyDocument.KIND.equals(map.get("kind"));
    }

    /**
     * Adds what stands in a file.
     *
     * @throws UsageException where it is wrong or something stands in two places, naming the place
     */
    void add(Object document, String place) {
        Map<?, ?> map = (Map<?, ?>) document;
        if (map.get("twins") instanceof List<?> twins) {
            twins.forEach(twin -> add("TWIN", Fields.of(twin, place).text("id"), twin, place));
        } else if (map.get("bindings") instanceof List<?> bindings) {
            String connection = Fields.of(map, place).text("connection");
            bindings.stream().collect(Collectors.groupingBy(binding -> Fields.of(binding, place).text("twin"), LinkedHashMap::new, Collectors.toList()))
                    .forEach((twin, own) -> add("BINDING", connection + '/' + twin, Map.of("connection", connection, "twin", twin, "bindings", own), place));
        } else if (map.containsKey("kind")) {
            add("CONNECTION", Fields.of(map, place).text("connection"), map, place);
        } else {
            throw new UsageException(place + " has neither a list 'twins', nor 'connection' with 'kind' or with a list 'bindings'");
        }
    }

    private void add(String kind, String name, Object content, String place) {
        if (edits.putIfAbsent(new Key(kind, name), content) != null) {
            throw new UsageException(place + ": " + kind.toLowerCase() + " '" + name + "' stands in another document too");
        }
    }

    void remove(String kind, String name) {
        edits.put(new Key(kind, name), null);
    }

    private JsonNode change(Access access, boolean dryRun) throws IOException, InterruptedException {
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("dryRun", dryRun);
        List<ObjectNode> all = new ArrayList<>();
        edits.forEach((key, content) -> {
            ObjectNode edit = JsonNodeFactory.instance.objectNode().put("kind", key.kind()).put("name", key.name());
            if (content != null) {
                edit.set("content", JSON.valueToTree(content));
            }
            all.add(edit);
        });
        change.putArray("edits").addAll(all);
        return access.post("/site/changes", change);
    }

    @Override
    public String title() {
        return "site, " + edits.size() + (edits.size() == 1 ? " document" : " documents");
    }

    @Override
    public String foresee(Access access) throws IOException, InterruptedException {
        return effects(change(access, true), "would change nothing");
    }

    @Override
    public String carryOut(Access access, Duration patience) throws IOException, InterruptedException {
        return effects(change(access, false), "unchanged");
    }

    /** One line each. */
    static String effects(JsonNode change, String none) {
        String lines = StreamSupport.stream(change.path("effects").spliterator(), false).map(JsonNode::asText).collect(Collectors.joining("\n  "));
        return lines.isEmpty() ? none : "\n  " + lines;
    }
}
