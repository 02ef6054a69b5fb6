package org.gemello.rest.internal.reference;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A place in the contract.
 *
 * @param root  the whole document
 * @param value what is there; null for nothing
 */
record ContractNode(Map<?, ?> root, Object value) {

    static ContractNode read(InputStream yaml) {
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
        return new ContractNode(root, root);
    }

    ContractNode at(String key) {
        return new ContractNode(root, value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    boolean isThere() {
        return value != null;
    }

    /** Empty where there is nothing. */
    String text() {
        return value == null ? "" : String.valueOf(value);
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** In the order of the document; empty where this is no map. */
    Map<String, ContractNode> entries() {
        Map<String, ContractNode> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> entries.put(String.valueOf(key), new ContractNode(root, each)));
        }
        return entries;
    }

    /** Empty where this is no list. */
    List<ContractNode> items() {
        return value instanceof List<?> list ? list.stream().map(each -> new ContractNode(root, each)).toList() : List.of();
    }

    /** The last part of what this refers to; empty where it refers to nothing. */
    String reference() {
        String to = at("$ref").text();
        return to.substring(to.lastIndexOf('/') + 1);
    }

    /** What this refers to, or itself. */
    ContractNode resolved() {
        String to = at("$ref").text();
        ContractNode found = to.isEmpty() ? this : new ContractNode(root, root);
        for (String step : to.isEmpty() ? new String[0] : to.substring(2).split("/")) {
            found = found.at(step);
        }
        return found;
    }
}
