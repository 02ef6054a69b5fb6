package org.gemello.testkit.opcua;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;

/** The variables as nodes of one running server, all in the Objects folder. */
final class TestNamespace extends ManagedNamespaceWithLifecycle {
    private static final int SCALAR = -1;
    private static final int ONE_DIMENSION = 1;
    private final Map<String, OpcUaVariable> variables;
    private final HistoryService history;

    TestNamespace(OpcUaServer server, Map<String, OpcUaVariable> variables, AtomicInteger historyPage) {
        super(server, OpcUaTestServer.NAMESPACE);
        this.variables = variables;
        this.history = new HistoryService(variables, historyPage);
        getLifecycleManager().addStartupTask(() -> variables.values().forEach(this::add));
        getLifecycleManager().addShutdownTask(() -> variables.values().forEach(OpcUaVariable::detachAll));
    }

    void add(OpcUaVariable variable) {
        Class<?> type = variable.type();
        UaVariableNode node = new UaVariableNode.UaVariableNodeBuilder(getNodeContext()).setNodeId(newNodeId(variable.name()))
                .setBrowseName(newQualifiedName(variable.name())).setDisplayName(LocalizedText.english(variable.name()))
                .setDataType(OpcUaDataType.fromBackingClass(type.isArray() ? type.getComponentType() : type).getNodeId())
                .setValueRank(type.isArray() ? ONE_DIMENSION : SCALAR).setTypeDefinition(NodeIds.BaseDataVariableType)
                .setUserAccessLevel(AccessLevel.CurrentRead, AccessLevel.CurrentWrite, AccessLevel.HistoryRead).build();
        node.getFilterChain().addLast(new VariableAttributes(variable));
        node.addReference(new Reference(node.getNodeId(), NodeIds.HasComponent, NodeIds.ObjectsFolder.expanded(), false));
        getNodeManager().addNode(node);
    }

    @Override
    public List<HistoryReadResult> historyRead(HistoryReadContext context, HistoryReadDetails details, TimestampsToReturn timestamps,
                                               List<HistoryReadValueId> nodes) {
        return history.read(getServer().getStaticEncodingContext(), details, nodes);
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        eachOf(items, OpcUaVariable::attach);
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        eachOf(items, OpcUaVariable::detach);
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        // values are pushed as they come, there is no sampling to adapt
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        // Milo's item drops what it gets while it is disabled
    }

    private void eachOf(List<DataItem> items, BiConsumer<OpcUaVariable, DataItem> action) {
        for (DataItem item : items) {
            OpcUaVariable variable = variables.get(item.getReadValueId().getNodeId().getIdentifier().toString());
            if (variable != null && item.getReadValueId().getAttributeId().intValue() == AttributeId.Value.id()) {
                action.accept(variable, item);
            }
        }
    }
}
