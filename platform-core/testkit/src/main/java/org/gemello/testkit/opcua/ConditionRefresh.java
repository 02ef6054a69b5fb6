package org.gemello.testkit.opcua;

import java.util.Collection;
import java.util.UUID;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.methods.AbstractMethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;

/** The method ConditionRefresh (OPC UA Part 9, 5.5.7): sends all retained conditions once more, between a start and an end event. */
final class ConditionRefresh extends AbstractMethodInvocationHandler {
    private final OpcUaServer server;
    private final Collection<OpcUaCondition> conditions;

    private ConditionRefresh(UaMethodNode node, OpcUaServer server, Collection<OpcUaCondition> conditions) {
        super(node);
        this.server = server;
        this.conditions = conditions;
    }

    static void install(OpcUaServer server, Collection<OpcUaCondition> conditions) {
        server.getAddressSpaceManager().getManagedNode(NodeIds.ConditionType_ConditionRefresh).map(UaMethodNode.class::cast)
                .ifPresent(node -> node.setInvocationHandler(new ConditionRefresh(node, server, conditions)));
    }

    @Override
    public Argument[] getInputArguments() {
        return new Argument[] {new Argument("SubscriptionId", NodeIds.UInt32, -1, null, LocalizedText.NULL_VALUE)};
    }

    @Override
    public Argument[] getOutputArguments() {
        return new Argument[0];
    }

    @Override
    protected Variant[] invoke(InvocationContext context, Variant[] values) throws UaException {
        fire(NodeIds.RefreshStartEventType);
        conditions.forEach(OpcUaCondition::refresh);
        fire(NodeIds.RefreshEndEventType);
        return new Variant[0];
    }

    private void fire(NodeId type) throws UaException {
        UUID id = UUID.randomUUID();
        BaseEventTypeNode event = server.getEventFactory().createEvent(new NodeId(OpcUaTestServer.NAMESPACE_INDEX, id), type);
        event.setEventId(ByteString.of(id.toString().getBytes()));
        event.setEventType(type);
        event.setSourceNode(NodeIds.Server);
        event.setSourceName("Server");
        event.setTime(DateTime.now());
        event.setMessage(LocalizedText.english(""));
        event.setSeverity(Unsigned.ushort(1));
        server.getEventNotifier().fire(event);
        event.delete();
    }
}
