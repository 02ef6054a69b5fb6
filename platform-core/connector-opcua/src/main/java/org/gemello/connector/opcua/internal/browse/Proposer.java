package org.gemello.connector.opcua.internal.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable.Proposal;

/** Makes a binding file of what a server has below a node. */
final class Proposer {
    /** Bits of the access level (OPC UA Part 3, 8.57). */
    private static final int READABLE = 1;
    private static final int WRITABLE = 2;
    private static final int MOST_ELEMENTS = 32;
    private final AddressSpace space;
    private final List<String> notes = new ArrayList<>();
    private final PointNames names = new PointNames(notes);
    private final DataTypes types;

    Proposer(AddressSpace space) {
        this.space = space;
        this.types = new DataTypes(space);
    }

    /** @throws IllegalArgumentException where the node is not known */
    Proposal propose(String connection, String node, TwinId twin) throws UaException {
        Walk walk = new Walk(space, notes);
        walk.from(NodeText.parse(node, space.namespaces()));
        ProposalText text = new ProposalText(connection, node, twin, notes);
        identify(walk, text);
        points(walk, text);
        return text.proposal();
    }

    private void identify(Walk walk, ProposalText text) throws UaException {
        for (Map.Entry<List<String>, Map<String, NodeId>> thing : walk.identifications.entrySet()) {
            List<NodeId> nodes = List.copyOf(thing.getValue().values());
            List<Object> values = space.attribute(nodes, AttributeId.Value, Object.class);
            List<String> said = new ArrayList<>();
            int i = 0;
            for (String name : thing.getValue().keySet()) {
                Object value = values.get(i++);
                String plain = value instanceof LocalizedText localized ? localized.text() : value == null ? null : value.toString();
                if (plain != null && !plain.isBlank()) {
                    said.add(name + " = " + ProposalText.comment(plain));
                }
            }
            if (!said.isEmpty()) {
                text.identification(String.join(".", thing.getKey()), said);
            }
        }
        if (walk.machines.size() > 1) {
            walk.machines.forEach((name, machine) -> notes.add("machine '" + ProposalText.comment(name)
                    + "' should be a twin of its own: propose it from " + NodeText.of(machine, space.namespaces())));
        }
    }

    private void points(Walk walk, ProposalText text) throws UaException {
        List<NodeId> nodes = walk.variables.stream().map(Found::node).toList();
        List<NodeId> dataTypes = space.attribute(nodes, AttributeId.DataType, NodeId.class);
        List<Integer> ranks = space.attribute(nodes, AttributeId.ValueRank, Integer.class);
        List<UInteger[]> dimensions = space.attribute(nodes, AttributeId.ArrayDimensions, UInteger[].class);
        List<UByte> access = space.attribute(nodes, AttributeId.UserAccessLevel, UByte.class);
        List<LocalizedText> descriptions = space.attribute(nodes, AttributeId.Description, LocalizedText.class);
        Set<NodeId> named = new HashSet<>(dataTypes);
        named.remove(null);
        Map<NodeId, String> typeNames = space.typeNames(named);
        Map<NodeId, EUInformation> units = structures(walk.units, EUInformation.class);
        Map<NodeId, Range> ranges = structures(walk.ranges, Range.class);
        for (int i = 0; i < nodes.size(); i++) {
            Found found = walk.variables.get(i);
            int rights = access.get(i) == null ? READABLE : access.get(i).intValue();
            String description = descriptions.get(i) == null ? null : descriptions.get(i).text();
            Variable variable = new Variable(NodeText.of(found.node(), space.namespaces()), found, types.kind(dataTypes.get(i)),
                    typeNames.getOrDefault(dataTypes.get(i), "?"), elements(ranks.get(i), dimensions.get(i)), (rights & READABLE) != 0,
                    (rights & WRITABLE) != 0, description, units.get(found.node()), ranges.get(found.node()));
            propose(variable, text);
        }
    }

    /** @return -1 for a scalar, 0 for an array that cannot be taken apart, else the number of its elements */
    private static int elements(Integer rank, UInteger[] dimensions) {
        if (rank == null || rank < 0) {
            return Variable.SCALAR;
        }
        long length = dimensions == null || dimensions.length != 1 ? 0 : dimensions[0].longValue();
        return length > MOST_ELEMENTS ? 0 : (int) length;
    }

    private void propose(Variable variable, ProposalText text) {
        String unusable = variable.unusable();
        if (!unusable.isEmpty()) {
            notes.add("'" + ProposalText.comment(String.join(".", variable.found().path())) + "' (" + variable.node() + ") is left out: "
                    + unusable);
            return;
        }
        String unit = unit(variable);
        if (variable.elements() == Variable.SCALAR) {
            text.point(names.of(variable.found().path()), variable.node(), unit, variable);
            return;
        }
        for (int i = 0; i < variable.elements(); i++) {
            List<String> path = new ArrayList<>(variable.found().path());
            path.add(Integer.toString(i));
            String node = variable.node().endsWith("#") ? variable.node() : variable.node() + '#';
            text.point(names.of(path), node + '[' + i + ']', unit, variable);
        }
    }

    private String unit(Variable variable) {
        EUInformation unit = variable.unit();
        if (unit == null || variable.kind() != DataTypes.Kind.NUMBER) {
            return "1";
        }
        Optional<String> known = UnitCodes.byCode(unit);
        Optional<String> guessed = known.or(() -> UnitCodes.byName(unit));
        if (guessed.isEmpty()) {
            notes.add("the unit of " + variable.node() + " is not known here: " + shown(unit) + "; write its UCUM unit instead of 1");
        } else if (known.isEmpty()) {
            notes.add("the unit of " + variable.node() + " was taken from its display name: " + shown(unit));
        }
        return guessed.orElse("1");
    }

    private static String shown(EUInformation unit) {
        String name = unit.getDisplayName() == null || unit.getDisplayName().text() == null ? "" : unit.getDisplayName().text();
        return "'" + ProposalText.comment(name) + "', code " + unit.getUnitId();
    }

    private <T> Map<NodeId, T> structures(Map<NodeId, NodeId> properties, Class<T> type) throws UaException {
        List<NodeId> owners = List.copyOf(properties.keySet());
        List<ExtensionObject> values = space.attribute(owners.stream().map(properties::get).toList(), AttributeId.Value,
                ExtensionObject.class);
        Map<NodeId, T> found = new HashMap<>();
        for (int i = 0; i < owners.size(); i++) {
            try {
                Object decoded = values.get(i) == null ? null : values.get(i).decode(space.client().getStaticEncodingContext());
                if (type.isInstance(decoded)) {
                    found.put(owners.get(i), type.cast(decoded));
                }
            } catch (UaSerializationException e) {
                notes.add("the " + type.getSimpleName() + " of " + NodeText.of(owners.get(i), space.namespaces()) + " cannot be read");
            }
        }
        return found;
    }
}
