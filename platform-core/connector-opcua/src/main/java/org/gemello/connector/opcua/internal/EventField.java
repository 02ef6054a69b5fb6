package org.gemello.connector.opcua.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.PointBinding;

/**
 * A field of an event as a select clause has it (OPC UA Part 4, 7.22.3): browse names with {@code /} between them, such as
 * {@code Severity}, {@code ActiveState/Id} or {@code 3:BatchNumber}. It is looked for in the type that defines it; what the standard does
 * not define is looked for in any event.
 *
 * @param path browse names
 */
record EventField(List<String> path) {
    static final EventField EVENT_TYPE = new EventField(List.of("EventType"));
    static final EventField SOURCE_NODE = new EventField(List.of("SourceNode"));
    static final EventField TIME = new EventField(List.of("Time"));
    static final EventField CONDITION_NAME = new EventField(List.of("ConditionName"));
    static final EventField ACTIVE = new EventField(List.of("ActiveState", "Id"));
    static final EventField ACKED = new EventField(List.of("AckedState", "Id"));
    static final EventField CONFIRMED = new EventField(List.of("ConfirmedState", "Id"));
    static final EventField RETAIN = new EventField(List.of("Retain"));

    /** OPC UA Part 9, 5.5.2 to 5.8.2: which type defines a first name. All others are of BaseEventType (Part 5, 6.4.2). */
    private static final Map<NodeId, Set<String>> DEFINED = Map.of(
            NodeIds.ConditionType, Set.of("ConditionClassId", "ConditionClassName", "ConditionName", "BranchId", "Retain", "EnabledState",
                    "Quality", "LastSeverity", "Comment", "ClientUserId"),
            NodeIds.AcknowledgeableConditionType, Set.of("AckedState", "ConfirmedState"),
            NodeIds.AlarmConditionType, Set.of("ActiveState", "InputNode", "SuppressedState", "OutOfServiceState", "ShelvingState",
                    "SuppressedOrShelved", "MaxTimeShelved", "SilenceState", "LatchedState"));

    /** @throws ConfigurationException where the address is no path of browse names */
    static EventField of(PointBinding binding) {
        List<String> names = Arrays.asList(binding.address().split("/", -1));
        if (names.stream().anyMatch(String::isBlank) || binding.address().contains("=")) {
            throw new ConfigurationException(List.of(binding.place() + ": '" + binding.address() + "' is not a field of an event, write for "
                    + "example 'Severity', 'Message' or 'ActiveState/Id'"));
        }
        return new EventField(List.copyOf(names));
    }

    SimpleAttributeOperand select() {
        NodeId type = DEFINED.entrySet().stream().filter(entry -> entry.getValue().contains(path.get(0))).map(Map.Entry::getKey).findFirst()
                .orElse(NodeIds.BaseEventType);
        return new SimpleAttributeOperand(type, path.stream().map(QualifiedName::parse).toArray(QualifiedName[]::new),
                AttributeId.Value.uid(), null);
    }

    @Override
    public String toString() {
        return path.stream().collect(Collectors.joining("/"));
    }
}
