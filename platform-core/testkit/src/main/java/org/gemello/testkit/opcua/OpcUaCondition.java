package org.gemello.testkit.opcua;

import java.util.UUID;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.model.objects.AlarmConditionTypeNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** An alarm of the test server: each change is an event of type AlarmConditionType at the Server object. Safe for use by many threads. */
public final class OpcUaCondition {
    private final String source;
    private final String name;
    private volatile OpcUaServer server;
    private boolean active;
    private boolean acked = true;
    private int severity = 1;
    private String message = "";
    private DateTime time = DateTime.now();

    OpcUaCondition(String source, String name) {
        this.source = source;
        this.name = name;
    }

    /** NodeId of what the alarm is about. */
    public String sourceNode() {
        return "nsu=" + OpcUaTestServer.NAMESPACE + ";s=" + source;
    }

    /** Raises it, unacknowledged. */
    public void raise(int howBad, String what) {
        change(true, false, howBad, what);
    }

    public void acknowledge() {
        change(active, true, severity, message);
    }

    public void clear() {
        change(false, acked, severity, message);
    }

    private synchronized void change(boolean nowActive, boolean nowAcked, int howBad, String what) {
        active = nowActive;
        acked = nowAcked;
        severity = howBad;
        message = what;
        time = DateTime.now();
        fire();
    }

    /** An active or unacknowledged condition is still of interest (OPC UA Part 9, 5.5.2). */
    private boolean isRetained() {
        return active || !acked;
    }

    synchronized void refresh() {
        if (isRetained()) {
            fire();
        }
    }

    void runsIn(OpcUaServer running) {
        server = running;
    }

    private void fire() {
        OpcUaServer running = server;
        if (running == null) {
            return;
        }
        try {
            UUID id = UUID.randomUUID();
            AlarmConditionTypeNode event = (AlarmConditionTypeNode) running.getEventFactory()
                    .createEvent(new NodeId(OpcUaTestServer.NAMESPACE_INDEX, id), NodeIds.AlarmConditionType);
            event.setEventId(ByteString.of(id.toString().getBytes()));
            event.setEventType(NodeIds.AlarmConditionType);
            event.setSourceNode(new NodeId(OpcUaTestServer.NAMESPACE_INDEX, source));
            event.setSourceName(source);
            event.setConditionName(name);
            event.setTime(time);
            event.setReceiveTime(time);
            event.setMessage(LocalizedText.english(message));
            event.setSeverity(Unsigned.ushort(severity));
            event.setRetain(isRetained());
            event.setActiveState(LocalizedText.english(active ? "Active" : "Inactive"));
            event.getActiveStateNode().setId(active);
            event.setAckedState(LocalizedText.english(acked ? "Acknowledged" : "Unacknowledged"));
            event.getAckedStateNode().setId(acked);
            running.getEventNotifier().fire(event);
            event.delete();
        } catch (UaException e) {
            throw new IllegalStateException("the event could not be made", e);
        }
    }
}
