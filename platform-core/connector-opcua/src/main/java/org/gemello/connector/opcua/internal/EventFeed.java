package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;

/** The events of one notifier: which fields are wanted, and which points each event feeds. For the thread that delivers them. */
final class EventFeed {
    /** Always selected, since they say what the event is about. */
    private static final List<EventField> OWN = List.of(EventField.EVENT_TYPE, EventField.SOURCE_NODE, EventField.TIME,
            EventField.CONDITION_NAME);

    final ExpandedNodeId notifier;
    private final List<EventBinding> bindings;
    private final List<EventField> selected;
    private final NamespaceTable namespaces;
    /** Conditions that a refresh has told of; null while none is under way. */
    private Set<EventBinding> refreshed;

    /** What came of an event. */
    sealed interface Outcome permits Values, Overflow, Nothing {
    }

    /** Points have values, all of the same time. */
    record Values(List<Row> rows, DateTime time) implements Outcome {
    }

    /** One point's value. */
    record Row(Item item, Object raw) {
    }

    /** The server has dropped events, or says itself that conditions may have changed unseen. */
    record Overflow() implements Outcome {
    }

    /** Nobody asked for it. */
    record Nothing() implements Outcome {
    }

    EventFeed(ExpandedNodeId notifier, List<EventBinding> bindings, NamespaceTable namespaces) {
        this.notifier = notifier;
        this.bindings = bindings;
        this.namespaces = namespaces;
        Set<EventField> wanted = new LinkedHashSet<>(OWN);
        bindings.forEach(binding -> binding.fields().forEach(field -> wanted.add(field.field())));
        selected = List.copyOf(wanted);
    }

    EventFilter filter() {
        return new EventFilter(selected.stream().map(EventField::select).toArray(SimpleAttributeOperand[]::new), new ContentFilter(null));
    }

    List<Item> items() {
        return bindings.stream().flatMap(binding -> binding.fields().stream()).map(EventBinding.Field::item).toList();
    }

    Outcome take(Variant[] fields) {
        Object type = value(fields, EventField.EVENT_TYPE);
        if (NodeIds.RefreshStartEventType.equals(type)) {
            refreshed = new HashSet<>();
            return new Nothing();
        } else if (NodeIds.RefreshEndEventType.equals(type)) {
            return refreshEnds(fields);
        } else if (NodeIds.EventQueueOverflowEventType.equals(type) || NodeIds.RefreshRequiredEventType.equals(type)) {
            return new Overflow();
        }
        NodeId source = value(fields, EventField.SOURCE_NODE) instanceof NodeId node ? node : null;
        String condition = value(fields, EventField.CONDITION_NAME) instanceof String name ? name : null;
        List<Row> rows = new ArrayList<>();
        for (EventBinding binding : bindings) {
            if (binding.matches(namespaces, source, condition)) {
                if (refreshed != null) {
                    refreshed.add(binding);
                }
                binding.fields().forEach(field -> rows.add(new Row(field.item(), value(fields, field.field()))));
            }
        }
        return new Values(rows, time(fields));
    }

    /** A condition that a refresh does not tell of is of no interest: inactive, acknowledged and confirmed (OPC UA Part 9, 5.5.2). */
    private Outcome refreshEnds(Variant[] fields) {
        List<Row> rows = new ArrayList<>();
        for (EventBinding binding : bindings) {
            if (refreshed != null && binding.condition() != null && !refreshed.contains(binding)) {
                for (EventBinding.Field field : binding.fields()) {
                    EventField of = field.field();
                    if (of.equals(EventField.ACTIVE) || of.equals(EventField.RETAIN)) {
                        rows.add(new Row(field.item(), false));
                    } else if (of.equals(EventField.ACKED) || of.equals(EventField.CONFIRMED)) {
                        rows.add(new Row(field.item(), true));
                    }
                }
            }
        }
        refreshed = null;
        return new Values(rows, time(fields));
    }

    private DateTime time(Variant[] fields) {
        return value(fields, EventField.TIME) instanceof DateTime time ? time : null;
    }

    private Object value(Variant[] fields, EventField field) {
        int at = selected.indexOf(field);
        return at < fields.length && fields[at] != null ? fields[at].value() : null;
    }
}
