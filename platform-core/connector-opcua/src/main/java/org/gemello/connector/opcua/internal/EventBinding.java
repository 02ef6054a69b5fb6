package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.gemello.binding.Binding;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * Points that are fields of events, such as the state of an alarm: of which notifier, and of which of its events.
 *
 * @param notifier  node that sends the events: the Server object, or an area of the plant
 * @param source    only events about this node; null for any
 * @param condition only events of the condition of this name; null for any
 * @param fields    the points
 */
record EventBinding(ExpandedNodeId notifier, ExpandedNodeId source, String condition, List<Field> fields) {
    static final String EVENTS = "events";
    static final String SOURCE = "source";
    static final String CONDITION = "condition";

    /** A point and the field of the event that feeds it. */
    record Field(Item item, EventField field) {
    }

    /** Whether the binding is about events at all. */
    static boolean isOne(Binding binding) {
        return binding.settings().find(EVENTS).isPresent();
    }

    /** @throws ConfigurationException naming the place of what is wrong */
    static EventBinding of(Binding binding) {
        Settings own = binding.settings();
        own.allowOnly("prefix", EVENTS, SOURCE, CONDITION);
        String place = own.place(EVENTS).toString();
        return new EventBinding(Address.node(own.text(EVENTS), place),
                own.find(SOURCE).map(text -> Address.node(text, own.place(SOURCE).toString())).orElse(null),
                own.find(CONDITION).orElse(null), new ArrayList<>());
    }

    void add(Item item) {
        if (item.binding.writable()) {
            throw new ConfigurationException(List.of(item.binding.place() + ": a field of an event cannot be written, remove 'write'"));
        }
        fields.add(new Field(item, EventField.of(item.binding)));
    }

    /** True where an event of this source and condition is meant. */
    boolean matches(NamespaceTable namespaces, NodeId eventSource, String eventCondition) {
        if (condition != null && !condition.equals(eventCondition)) {
            return false;
        }
        return source == null || source.toNodeId(namespaces).equals(Optional.ofNullable(eventSource));
    }
}
