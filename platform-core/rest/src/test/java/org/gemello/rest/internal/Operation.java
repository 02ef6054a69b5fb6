package org.gemello.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One operation of the contract, with its parameters and those of its path. */
record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

    static List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : Contract.at("/paths").properties()) {
            JsonNode ofAll = path.getValue().path("parameters");
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue() == ofAll) {
                    continue;
                }
                List<JsonNode> parameters = new ArrayList<>();
                ofAll.forEach(parameter -> parameters.add(Contract.resolved(parameter)));
                operation.getValue().path("parameters").forEach(parameter -> parameters.add(Contract.resolved(parameter)));
                operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue(), parameters));
            }
        }
        return operations;
    }

    boolean takes(String parameter) {
        return parameters.stream().anyMatch(each -> each.get("name").asText().equals(parameter));
    }

    /** Schema of its body, missing where it takes no JSON. */
    JsonNode body() {
        return node.at("/requestBody/content/application~1json/schema");
    }

    /** A body that is no JSON is left empty: it is not reached. */
    String mediaType() {
        JsonNode content = node.at("/requestBody/content");
        return content.isMissingNode() || content.has("application/json") ? "application/json" : content.fieldNames().next();
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
