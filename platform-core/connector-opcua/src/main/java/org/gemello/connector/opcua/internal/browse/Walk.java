package org.gemello.connector.opcua.internal.browse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/** Meets everything below a node once, level by level, so that loops end and one call asks for many nodes. */
final class Walk {
    private static final int MOST_NODES = 10_000;
    private static final int DEEPEST = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<NodeId> NOT_OF_THE_PLANT = Set.of(NodeIds.Server, NodeIds.TypesFolder, NodeIds.ViewsFolder, NodeIds.Aliases);

    final List<Found> variables = new ArrayList<>();
    /** Machines and devices, found in the folders that companion specifications have for them. */
    final Map<String, NodeId> machines = new LinkedHashMap<>();
    /** Of each thing, by its path: what it says of itself, name and node. */
    final Map<List<String>, Map<String, NodeId>> identifications = new LinkedHashMap<>();
    final Map<NodeId, NodeId> ranges = new HashMap<>();
    final Map<NodeId, NodeId> units = new HashMap<>();
    private final AddressSpace space;
    private final List<String> notes;
    private final Set<NodeId> met = new HashSet<>();

    /** A node whose children come next. */
    private record Step(NodeId node, List<String> path, boolean variable, boolean holdsMachines) {
    }

    /** @param notes told where something was left out */
    Walk(AddressSpace space, List<String> notes) {
        this.space = space;
        this.notes = notes;
    }

    /** @throws IllegalArgumentException where the server does not know the node */
    void from(NodeId root) throws UaException {
        QualifiedName name = space.attribute(List.of(root), AttributeId.BrowseName, QualifiedName.class).get(0);
        if (name == null) {
            throw new IllegalArgumentException("the server does not know the node " + NodeText.of(root, space.namespaces()));
        }
        Integer nodeClass = space.attribute(List.of(root), AttributeId.NodeClass, Integer.class).get(0);
        boolean variable = nodeClass != null && nodeClass == NodeClass.Variable.getValue();
        List<String> path = variable ? List.of(name.name()) : List.of();
        met.add(root);
        if (variable) {
            variables.add(new Found(root, path, false));
        }
        List<Step> level = List.of(new Step(root, path, variable, holdsMachines(name)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (depth == DEEPEST || System.nanoTime() > end) {
                notes.add("what lies deeper than " + depth + " levels was left out; propose it from a node further down");
                return;
            }
            level = next(level);
        }
    }

    private List<Step> next(List<Step> level) throws UaException {
        Map<NodeId, List<ReferenceDescription>> children = space.children(level.stream().map(Step::node).toList(), MOST_NODES);
        List<Step> next = new ArrayList<>();
        for (Step step : level) {
            for (ReferenceDescription child : children.get(step.node())) {
                if (met.size() >= MOST_NODES) {
                    notes.add("only the first " + MOST_NODES + " nodes were looked at; propose the rest from nodes further down");
                    return List.of();
                }
                Optional<NodeId> node = child.getNodeId().toNodeId(space.namespaces());
                if (node.isPresent() && child.getNodeClass() != NodeClass.Method && !NOT_OF_THE_PLANT.contains(node.get())) {
                    meet(step, child, node.get()).ifPresent(next::add);
                }
            }
        }
        return next;
    }

    private Optional<Step> meet(Step parent, ReferenceDescription child, NodeId node) {
        String name = child.getBrowseName().name() == null ? "" : child.getBrowseName().name();
        String namespace = space.namespaces().get(child.getBrowseName().namespaceIndex());
        boolean property = NodeIds.HasProperty.equals(child.getReferenceTypeId());
        if (parent.variable() && property) {
            if (name.equals("EURange")) {
                ranges.put(parent.node(), node);
            } else if (name.equals("EngineeringUnits")) {
                units.put(parent.node(), node);
            }
            return Optional.empty();
        }
        if (!met.add(node)) {
            return Optional.empty();
        }
        boolean variable = child.getNodeClass() == NodeClass.Variable;
        if (variable && Companion.isIdentification(namespace, name)) {
            identifications.computeIfAbsent(parent.path(), path -> new LinkedHashMap<>()).put(name, node);
            return Optional.empty();
        }
        List<String> path = new ArrayList<>(parent.path());
        if (variable || !Companion.isHolder(namespace, name)) {
            path.add(name);
        }
        if (variable) {
            variables.add(new Found(node, List.copyOf(path), property));
        } else if (parent.holdsMachines()) {
            machines.put(name, node);
        }
        return property ? Optional.empty()
                : Optional.of(new Step(node, List.copyOf(path), variable, holdsMachines(child.getBrowseName())));
    }

    private boolean holdsMachines(QualifiedName name) {
        return Companion.isCompanion(space.namespaces().get(name.namespaceIndex()))
                && ("Machines".equals(name.name()) || "DeviceSet".equals(name.name()));
    }
}
