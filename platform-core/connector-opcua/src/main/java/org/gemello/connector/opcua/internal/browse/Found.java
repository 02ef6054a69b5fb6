package org.gemello.connector.opcua.internal.browse;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * A variable that was met.
 *
 * @param node     the node
 * @param path     names of the nodes that lead to it, without those that only hold others together
 * @param property whether it is a property of its parent, and so seldom changes
 */
record Found(NodeId node, List<String> path, boolean property) {
}
