package org.gemello.routes.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.SampleLog;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Overload;

/** The gates of the connections whose sources shall not wait. */
final class OverloadGates {
    private final SampleLog log;
    private final PlatformAlarms alarms;
    private final Map<String, OverloadGate> gates = new ConcurrentHashMap<>();

    OverloadGates(SampleLog log, PlatformAlarms alarms) {
        this.log = log;
        this.alarms = alarms;
    }

    /** The running gate of a connection; empty where its source waits instead. */
    Optional<OverloadGate> of(ConnectionDefinition connection) {
        if (connection.overload().policy() == Overload.Policy.BLOCK) {
            return Optional.empty();
        }
        return Optional.of(gates.computeIfAbsent(connection.name(), name -> new OverloadGate(name, connection.overload(), log, alarms).start()));
    }

    void close(String connection) {
        OverloadGate gate = gates.remove(connection);
        if (gate != null) {
            gate.close();
        }
    }

    void closeAll() {
        List.copyOf(gates.keySet()).forEach(this::close);
    }

    /** Which connections have dropped how many samples since the start; empty where none has. */
    String dropped() {
        return gates.entrySet().stream().filter(gate -> gate.getValue().dropped() > 0)
                .map(gate -> gate.getKey() + " dropped " + gate.getValue().dropped() + " samples").collect(Collectors.joining(", "));
    }
}
