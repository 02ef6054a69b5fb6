package org.gemello.energy.plant;

import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;

/** The demo plant by OPC UA, past the platform: what its turbines really do, and their faults. */
final class PlantClient implements AutoCloseable {
    private final OpcUaClient client;
    private final String url;

    PlantClient(String url) throws PlantException {
        this.url = url;
        try {
            client = OpcUaClient.create(url);
            client.connect();
        } catch (UaException e) {
            throw new PlantException("no demo plant at " + url + " (" + e.getMessage()
                    + "); start it with ./gemello demo, or say where with "
                    + "--opcua", e);
        }
    }

    private NodeId node(String name) {
        return new NodeId(client.getNamespaceTable().getIndex(PlantNamespace.URI), name);
    }

    double read(String name) throws PlantException {
        try {
            DataValue value = client.readValues(0, TimestampsToReturn.Both, List.of(node(name))).get(0);
            if (value.value().value() instanceof Number number) {
                return number.doubleValue();
            }
            throw new PlantException("the plant at " + url + " has no number " + name + ": " + value.statusCode());
        } catch (UaException e) {
            throw new PlantException("the plant does not answer: " + e.getMessage(), e);
        }
    }

    void write(String name, double value) throws PlantException {
        try {
            StatusCode status = client.writeValues(List.of(node(name)), List.of(DataValue.valueOnly(new Variant(value)))).get(0);
            if (!status.isGood()) {
                throw new PlantException("the plant at " + url + " does not take " + value + " for " + name + ": " + status);
            }
        } catch (UaException e) {
            throw new PlantException("the plant does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.disconnectAsync();
    }
}
