package org.gemello.testkit.opcua;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaReferenceTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableTypeNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.w3c.dom.Element;

/** The nodes of one {@link NodeSet} as a namespace of a running server. */
final class NodeSetNamespace extends ManagedNamespaceWithLifecycle {
    private static final UInteger NONE = Unsigned.uint(0);
    private final NodeSet set;
    private final SubscriptionModel model;

    /** @param set its own namespace is the first of its list */
    NodeSetNamespace(OpcUaServer server, NodeSet set) {
        super(server, set.namespaces().get(0));
        this.set = set;
        this.model = new SubscriptionModel(server, this);
        set.namespaces().stream().filter(uri -> server.getNamespaceTable().getIndex(uri) == null).forEach(server.getNamespaceTable()::add);
        getLifecycleManager().addLifecycle(model);
        getLifecycleManager().addStartupTask(() -> set.nodes().forEach(this::add));
    }

    private void add(Element element) {
        UaNode node = node(element);
        getNodeManager().addNode(node);
        NodeSet.children(element, "References").flatMap(list -> NodeSet.children(list, "Reference")).forEach(reference ->
                node.addReference(new Reference(node.getNodeId(), id(reference.getAttribute("ReferenceType")),
                        id(NodeSet.text(reference)).expanded(), !reference.getAttribute("IsForward").equals("false"))));
    }

    private UaNode node(Element element) {
        UaNodeContext context = getNodeContext();
        NodeId id = id(element.getAttribute("NodeId"));
        QualifiedName name = name(element.getAttribute("BrowseName"));
        String shown = NodeSet.text(element, "DisplayName");
        LocalizedText display = LocalizedText.english(shown.isEmpty() ? name.name() : shown);
        LocalizedText description = LocalizedText.english(NodeSet.text(element, "Description"));
        boolean isAbstract = element.getAttribute("IsAbstract").equals("true");
        return switch (element.getLocalName()) {
            case "UAVariable" -> variable(element, id, name, display, description);
            case "UAMethod" -> new UaMethodNode(context, id, name, display, description, NONE, NONE, true, true);
            case "UAObjectType" -> new UaObjectTypeNode(context, id, name, display, description, NONE, NONE, isAbstract);
            case "UAVariableType" -> new UaVariableTypeNode(context, id, name, display, description, NONE, NONE, null,
                    dataType(element), rank(element), null, isAbstract);
            case "UADataType" -> new UaDataTypeNode(context, id, name, display, description, NONE, NONE, isAbstract);
            case "UAReferenceType" -> new UaReferenceTypeNode(context, id, name, display, description, NONE, NONE, isAbstract, false,
                    LocalizedText.NULL_VALUE);
            default -> new UaObjectNode(context, id, name, display, description, NONE, NONE);
        };
    }

    private UaNode variable(Element element, NodeId id, QualifiedName name, LocalizedText display, LocalizedText description) {
        Object value = NodeSet.children(element, "Value").flatMap(NodeSet::children).findFirst()
                .map(content -> NodeSetValue.of(content, getServer())).orElse(null);
        String access = element.getAttribute("AccessLevel");
        var level = Unsigned.ubyte(access.isEmpty() ? 1 : Integer.parseInt(access) & 0x7F);
        String dimensions = element.getAttribute("ArrayDimensions");
        UInteger[] lengths = dimensions.isEmpty() ? null
                : Stream.of(dimensions.split(",")).map(length -> Unsigned.uint(Long.parseLong(length))).toArray(UInteger[]::new);
        return new UaVariableNode(getNodeContext(), id, name, display, description, NONE, NONE, new DataValue(new Variant(value)),
                dataType(element), rank(element), lengths, level, level, 0.0, false);
    }

    private NodeId dataType(Element element) {
        String type = element.getAttribute("DataType");
        return type.isEmpty() ? NodeId.parse("i=24") : id(type);
    }

    private static int rank(Element element) {
        String rank = element.getAttribute("ValueRank");
        return rank.isEmpty() ? -1 : Integer.parseInt(rank);
    }

    private NodeId id(String text) {
        return here(NodeId.parse(set.aliases().getOrDefault(text, text)));
    }

    private NodeId here(NodeId inFile) {
        int index = inFile.getNamespaceIndex().intValue();
        return index == 0 ? inFile : inFile.reindex(getServer().getNamespaceTable(), set.namespaces().get(index - 1));
    }

    private QualifiedName name(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new QualifiedName(0, text)
                : new QualifiedName(server(Integer.parseInt(text.substring(0, colon))), text.substring(colon + 1));
    }

    private UShort server(int index) {
        return index == 0 ? Unsigned.ushort(0) : getServer().getNamespaceTable().getIndex(set.namespaces().get(index - 1));
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        model.onDataItemsCreated(items);
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        model.onDataItemsModified(items);
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        model.onDataItemsDeleted(items);
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        model.onMonitoringModeChanged(items);
    }
}
