package org.gemello.binding.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of source that the platform has a connector for, and how a binding to each is written. */
enum ConnectionKind {
    OPCUA("opcua", "node", Set.of("prefix", "samplingInterval", "queueSize")),
    MQTT("mqtt", "pointer", Set.of("topic", "format", "time", "quality", "qos", "commandTopic")),
    /** Somebody brings the samples: over HTTP, or by a route of the integrator. */
    PUSH("push", "name", Set.of()),
    /** Files that are dropped into a folder. */
    FOLDER("folder", "column", Set.of());

    private final String scheme;
    private final String addressKey;
    private final Set<String> placeKeys;

    ConnectionKind(String scheme, String addressKey, Set<String> placeKeys) {
        this.scheme = scheme;
        this.addressKey = addressKey;
        this.placeKeys = placeKeys;
    }

    static Optional<ConnectionKind> of(String scheme) {
        return Arrays.stream(values()).filter(kind -> kind.scheme.equals(scheme)).findFirst();
    }

    static List<String> schemes() {
        return Arrays.stream(values()).map(kind -> kind.scheme).toList();
    }

    static List<String> addressKeys() {
        return Arrays.stream(values()).map(ConnectionKind::addressKey).toList();
    }

    String scheme() {
        return scheme;
    }

    /** The key that says where within the source a point is. */
    String addressKey() {
        return addressKey;
    }

    /** Keys of a binding that say where its points are; the connector checks their values. */
    Set<String> placeKeys() {
        return placeKeys;
    }
}
