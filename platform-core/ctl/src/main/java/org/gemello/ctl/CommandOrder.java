package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A command to be sent.
 *
 * @param arguments numbers by parameter
 */
record CommandOrder(String twin, String name, Map<String, Double> arguments) {
    /** States that are no end; one that waits for approval waits for people. */
    static final Set<String> GOES_ON = Set.of("WAITING", "ACCEPTED", "WRITING");

    /** @throws UsageException where the twin's model has no such command or the numbers are out of range */
    void check(Access access) throws IOException, InterruptedException {
        JsonNode commands = access.get("/twins/" + GetCommand.encoded(twin)).path("model").path("commands");
        JsonNode known = find(commands, name);
        if (known == null) {
            throw new UsageException(twin + " knows no command '" + name + "'");
        }
        for (JsonNode parameter : known.path("parameters")) {
            String key = parameter.path("name").asText();
            Double value = arguments.get(key);
            if (value == null) {
                throw new UsageException(name + " needs " + key + " in " + parameter.path("unit").asText());
            }
            if (value < parameter.path("low").asDouble(Double.NEGATIVE_INFINITY) || value > parameter.path("high").asDouble(Double.POSITIVE_INFINITY)) {
                throw new UsageException(key + " is " + value + ", it may be from " + parameter.path("low") + " to " + parameter.path("high") + ' '
                        + parameter.path("unit").asText());
            }
        }
        for (String key : arguments.keySet()) {
            if (find(known.path("parameters"), key) == null) {
                throw new UsageException(name + " has no parameter '" + key + "'");
            }
        }
    }

    private static JsonNode find(JsonNode named, String name) {
        for (JsonNode one : named) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        return null;
    }

    /** Sends it and, where there is patience, waits for its end. */
    JsonNode send(Access access, Duration patience) throws IOException, InterruptedException, Unfinished {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        ObjectNode numbers = body.putObject("arguments");
        arguments.forEach((key, value) -> numbers.put(key, value));
        JsonNode sent = access.post("/twins/" + GetCommand.encoded(twin) + "/commands", body);
        return patience == null ? sent : Waiting.until(access, "/commands/" + sent.path("id").asText(), GOES_ON, patience, now -> { });
    }

    @Override
    public String toString() {
        return name + ' ' + arguments + " to " + twin;
    }
}
