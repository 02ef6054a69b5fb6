package org.gemello.connector.opcua.internal.browse;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** Nodes as they stand in a binding: with the namespace by name, and ended with {@code #} where there is one within. */
final class NodeText {
    private NodeText() {
    }

    static String of(NodeId node, NamespaceTable namespaces) {
        String text = node.getNamespaceIndex().intValue() == 0 ? node.toParseableString()
                : node.expanded(namespaces).toParseableString();
        return text.indexOf('#') < 0 ? text : text + '#';
    }

    /** @throws IllegalArgumentException where it is not a NodeId, or the server does not know its namespace */
    static NodeId parse(String text, NamespaceTable namespaces) {
        String plain = text.endsWith("#") ? text.substring(0, text.length() - 1) : text;
        Optional<NodeId> node;
        try {
            node = ExpandedNodeId.parse(plain).toNodeId(namespaces);
        } catch (UaRuntimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a NodeId, write for example 'nsu=urn:maker:plant;s=Press'", e);
        }
        return node.orElseThrow(() -> new IllegalArgumentException("the server does not know the namespace of '" + text + "'"));
    }
}
