package org.gemello.connector.opcua.internal;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.PointBinding;

/**
 * Where a point is within a server: {@code nsu=urn:maker:plant;s=Boiler#drum.levels[2]}, a NodeId and, after the last {@code #}, a place
 * within the node's value. A NodeId that has a {@code #} in it is ended with one more.
 *
 * @param node NodeId, best with the namespace by name: its number may change with each start of a server
 * @param path within the value; empty for the value itself
 */
record Address(ExpandedNodeId node, ValuePath path) {

    /** @throws ConfigurationException naming the binding's place, where the address cannot be read */
    static Address of(PointBinding binding) {
        return parse(binding.address(), binding.place());
    }

    static Address parse(String text, String place) {
        int mark = text.lastIndexOf('#');
        try {
            return new Address(node(mark < 0 ? text : text.substring(0, mark), place),
                    mark < 0 ? ValuePath.WHOLE : ValuePath.parse(text.substring(mark + 1)));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(place + ": '" + text + "': " + e.getMessage()));
        }
    }

    /** A NodeId alone. */
    static ExpandedNodeId node(String text, String place) {
        try {
            return ExpandedNodeId.parse(text);
        } catch (UaRuntimeException e) {
            throw new ConfigurationException(List.of(place + ": '" + text
                    + "' is not a NodeId, write for example 'nsu=urn:maker:plant;s=Motor.Speed' or 'ns=2;i=1001'"));
        }
    }
}
