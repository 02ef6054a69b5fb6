package org.gemello.connector.opcua.internal.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ViewDescription;

/** What is asked of a server's address space, many nodes in a call and no more than the server takes. */
final class AddressSpace {
    private static final UInteger ALL_OF_REFERENCE = Unsigned.uint(BrowseResultMask.All.getValue());
    private static final UInteger THINGS = Unsigned.uint(NodeClass.Object.getValue() | NodeClass.Variable.getValue()
            | NodeClass.Method.getValue());
    /** No view: everything. */
    private static final ViewDescription WHOLE = new ViewDescription(NodeId.NULL_VALUE, DateTime.NULL_VALUE, Unsigned.uint(0));
    private final OpcUaClient client;
    private final int nodesPerRead;
    private final int nodesPerBrowse;
    private final NamespaceTable namespaces;
    private final Map<NodeId, String> typeNames = new ConcurrentHashMap<>();

    AddressSpace(OpcUaClient client, int nodesPerRead, int nodesPerBrowse) {
        this.client = client;
        this.nodesPerRead = nodesPerRead;
        this.nodesPerBrowse = nodesPerBrowse;
        this.namespaces = client.getNamespaceTable();
    }

    NamespaceTable namespaces() {
        return namespaces;
    }

    OpcUaClient client() {
        return client;
    }

    /** The first page of a node's children. */
    BrowseResult children(NodeId node, int limit) throws UaException {
        return client.browse(WHOLE, Unsigned.uint(limit), List.of(children(node))).getResults()[0];
    }

    BrowseResult next(ByteString continuation) throws UaException {
        return client.browseNext(false, List.of(continuation)).getResults()[0];
    }

    void release(ByteString continuation) throws UaException {
        client.browseNext(true, List.of(continuation));
    }

    /**
     * Children of many nodes, in their order; of none that the server refuses.
     *
     * @param limit most children of one node; what is more is left out
     */
    Map<NodeId, List<ReferenceDescription>> children(List<NodeId> nodes, int limit) throws UaException {
        Map<NodeId, List<ReferenceDescription>> all = new LinkedHashMap<>();
        for (int first = 0; first < nodes.size(); first += nodesPerBrowse) {
            List<NodeId> part = nodes.subList(first, Math.min(nodes.size(), first + nodesPerBrowse));
            BrowseResult[] results = client.browse(WHOLE, Unsigned.uint(0), part.stream().map(AddressSpace::children).toList()).getResults();
            for (int i = 0; i < part.size(); i++) {
                all.put(part.get(i), rest(results[i], limit));
            }
        }
        return all;
    }

    private List<ReferenceDescription> rest(BrowseResult first, int limit) throws UaException {
        List<ReferenceDescription> all = new ArrayList<>(references(first));
        ByteString more = first.getContinuationPoint();
        while (more != null && more.isNotNull() && all.size() < limit) {
            BrowseResult next = next(more);
            all.addAll(references(next));
            more = next.getContinuationPoint();
        }
        if (more != null && more.isNotNull()) {
            release(more);
        }
        return all.subList(0, Math.min(all.size(), limit));
    }

    static List<ReferenceDescription> references(BrowseResult result) {
        return result.getReferences() == null ? List.of() : List.of(result.getReferences());
    }

    private static BrowseDescription children(NodeId node) {
        return new BrowseDescription(node, BrowseDirection.Forward, NodeIds.HierarchicalReferences, true, THINGS, ALL_OF_REFERENCE);
    }

    /** The type that a data type is derived from; null for one that is not. */
    NodeId supertype(NodeId type) throws UaException {
        BrowseResult result = client.browse(new BrowseDescription(type, BrowseDirection.Inverse, NodeIds.HasSubtype, true, Unsigned.uint(0),
                ALL_OF_REFERENCE));
        return references(result).stream().findFirst().flatMap(found -> found.getNodeId().toNodeId(namespaces)).orElse(null);
    }

    /** One attribute of many nodes, in their order; null in the value where the server does not give it. */
    List<DataValue> attribute(List<NodeId> nodes, AttributeId attribute) throws UaException {
        List<DataValue> all = new ArrayList<>(nodes.size());
        for (int first = 0; first < nodes.size(); first += nodesPerRead) {
            List<ReadValueId> part = nodes.subList(first, Math.min(nodes.size(), first + nodesPerRead)).stream()
                    .map(node -> new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE)).toList();
            all.addAll(List.of(client.read(0, TimestampsToReturn.Neither, part).getResults()));
        }
        return all;
    }

    /** An attribute of many nodes as a certain class; null where the server does not give it. */
    <T> List<T> attribute(List<NodeId> nodes, AttributeId attribute, Class<T> as) throws UaException {
        List<T> all = new ArrayList<>(nodes.size());
        for (DataValue value : attribute(nodes, attribute)) {
            Object raw = value.value() == null ? null : value.value().value();
            all.add(as.isInstance(raw) ? as.cast(raw) : null);
        }
        return all;
    }

    /** Names of types, each read once. The map may be asked for null: a method has no type, and some servers do not tell one. */
    Map<NodeId, String> typeNames(Set<NodeId> types) throws UaException {
        List<NodeId> unknown = types.stream().filter(type -> !typeNames.containsKey(type)).toList();
        List<QualifiedName> names = attribute(unknown, AttributeId.BrowseName, QualifiedName.class);
        for (int i = 0; i < unknown.size(); i++) {
            typeNames.put(unknown.get(i), names.get(i) == null || names.get(i).name() == null ? "" : names.get(i).name());
        }
        return new HashMap<>(typeNames);
    }
}
