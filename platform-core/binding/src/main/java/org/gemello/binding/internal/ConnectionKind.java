package org.gemello.binding.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of source that the platform has a connector for, and how a binding to each is written. */
enum ConnectionKind {
    OPCUA("opcua", List.of("node"), false, Set.of("prefix", "samplingInterval", "queueSize", "events", "source", "condition",
            "method")),
    MQTT("mqtt", List.of("pointer", "column", "metric"), true, Set.of("topic", "format", "records", "time", "timeFormat",
            "timeZone", "quality", "qos", "commandTopic", "node", "prefix", "csv", "csv.separator", "csv.decimal", "csv.header")),
    /** Somebody brings the samples: over HTTP, or by a route of the integrator. */
    PUSH("push", List.of("name"), false, Set.of()),
    /** Files that are dropped into a folder. */
    FOLDER("folder", List.of("column"), false, Set.of());

    private final String scheme;
    private final List<String> addressKeys;
    private final boolean templates;
    private final Set<String> placeKeys;

    ConnectionKind(String scheme, List<String> addressKeys, boolean templates, Set<String> placeKeys) {
        this.scheme = scheme;
        this.addressKeys = addressKeys;
        this.templates = templates;
        this.placeKeys = placeKeys;
    }

    static Optional<ConnectionKind> of(String scheme) {
        return Arrays.stream(values()).filter(kind -> kind.scheme.equals(scheme)).findFirst();
    }

    static List<String> schemes() {
        return Arrays.stream(values()).map(kind -> kind.scheme).toList();
    }

    static List<String> allAddressKeys() {
        return Arrays.stream(values()).map(ConnectionKind::addressKeys).flatMap(List::stream).distinct().toList();
    }

    String scheme() {
        return scheme;
    }

    /** The keys of which one says where within the source a point is. */
    List<String> addressKeys() {
        return addressKeys;
    }

    /** Whether the places of a binding may have placeholders. */
    boolean templates() {
        return templates;
    }

    /** Keys of a binding that say where its points are; the connector checks their values. */
    Set<String> placeKeys() {
        return placeKeys;
    }
}
