package org.gemello.energy.plant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.model.variables.AnalogItemType;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/** The variables as nodes: {@code Objects/WindFarm/<group>/<variable>}, NodeIds by name. */
final class PlantNamespace extends ManagedNamespaceWithLifecycle {
    static final String URI = "urn:gemello:demo-plant";
    private static final String UNITS = "http://www.opcfoundation.org/UA/units/un/cefact";
    private static final String FARM = "WindFarm";
    /** Value ranks of OPC UA Part 3, 5.6.2. */
    private static final int SCALAR = -1;
    private static final int ONE_DIMENSION = 1;
    private final Map<String, PlantVariable> variables = new HashMap<>();
    private final Map<String, UaFolderNode> folders = new HashMap<>();

    PlantNamespace(OpcUaServer server, List<PlantVariable> variables) {
        super(server, URI);
        variables.forEach(variable -> this.variables.put(variable.tag().name(), variable));
        getLifecycleManager().addStartupTask(() -> variables.forEach(this::add));
    }

    private void add(PlantVariable variable) {
        Tag tag = variable.tag();
        Class<?> type = tag.initial().getClass();
        UaVariableNode node = new UaVariableNode.UaVariableNodeBuilder(getNodeContext()).setNodeId(newNodeId(tag.name()))
                .setBrowseName(newQualifiedName(tag.shortName())).setDisplayName(LocalizedText.english(tag.shortName()))
                .setDescription(LocalizedText.english(tag.title()))
                .setDataType(OpcUaDataType.fromBackingClass(type.isArray() ? type.getComponentType() : type).getNodeId())
                .setValueRank(type.isArray() ? ONE_DIMENSION : SCALAR)
                .setTypeDefinition(tag.unit() == Tag.Unit.NONE ? NodeIds.BaseDataVariableType : NodeIds.AnalogItemType).build();
        node.getFilterChain().addLast(new PlantAttributes(variable));
        getNodeManager().addNode(node);
        folder(tag.group()).addOrganizes(node);
        if (tag.unit() != Tag.Unit.NONE) {
            LocalizedText symbol = LocalizedText.english(tag.unit().symbol());
            node.setEngineeringUnits(new EUInformation(UNITS, tag.unit().id(), symbol, symbol));
            node.setProperty(AnalogItemType.EU_RANGE, new Range(tag.low(), tag.high()));
        }
    }

    private UaFolderNode folder(String name) {
        UaFolderNode folder = folders.get(name);
        if (folder == null) {
            folder = new UaFolderNode(getNodeContext(), newNodeId(name), newQualifiedName(name), LocalizedText.english(name));
            folders.put(name, folder);
            getNodeManager().addNode(folder);
            NodeId parent = name.equals(FARM) ? NodeIds.ObjectsFolder : folder(FARM).getNodeId();
            folder.addReference(new Reference(folder.getNodeId(), NodeIds.Organizes, parent.expanded(), false));
        }
        return folder;
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        eachOf(items, PlantVariable::subscribe);
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        eachOf(items, PlantVariable::unsubscribe);
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        // values are pushed as they come: there is no sampling to adapt
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        // an item that is disabled drops what it gets by itself
    }

    private void eachOf(List<DataItem> items, BiConsumer<PlantVariable, DataItem> action) {
        for (DataItem item : items) {
            PlantVariable variable = variables.get(item.getReadValueId().getNodeId().getIdentifier().toString());
            if (variable != null && item.getReadValueId().getAttributeId().intValue() == AttributeId.Value.id()) {
                action.accept(variable, item);
            }
        }
    }
}
