package org.gemello.api.connection;

import java.util.List;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ConsumerType;

/** A {@link Connection} that can show what its source has. The calls wait for the source, at most some seconds. */
@ConsumerType
public interface Browsable {

    /**
     * Children of a node, a page at a time.
     *
     * @param node         as it stands in a binding, such as {@code nsu=urn:plant;s=Press}; empty for the root
     * @param continuation empty for the first page, else {@link Page#continuation} of the page before
     * @param limit        most nodes of a page, 1 to 1,000
     * @throws IllegalArgumentException where the node or the continuation is not known
     * @throws IllegalStateException    where the source cannot be asked now
     */
    Page browse(String node, String continuation, int limit);

    /**
     * Proposes a binding for everything below a node: points named after the nodes, units and ranges as the source tells them.
     *
     * @param node where to begin
     * @param twin which twin to bind them to
     * @throws IllegalArgumentException where the node is not known
     * @throws IllegalStateException    where the source cannot be asked now
     */
    Proposal propose(String node, TwinId twin);

    /**
     * A page of nodes.
     *
     * @param continuation asks for the next page; empty where there is none
     */
    record Page(List<Node> nodes, String continuation) {
        public Page {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * One node.
     *
     * @param node        as it stands in a binding
     * @param name        its display name
     * @param kind        {@code object}, {@code variable}, {@code method}
     * @param type        its type or data type, such as {@code Double} or {@code MotionDeviceSystemType}
     * @param description in the source's words; may be empty
     * @param parent      true where it may have children
     */
    record Node(String node, String name, String kind, String type, String description, boolean parent) {
    }

    /**
     * A binding file as proposed, to be read by a person before it is used.
     *
     * @param yaml  text of the file
     * @param notes what a person should look at: unknown units, names that had to be changed, types that cannot be bound
     */
    record Proposal(String yaml, List<String> notes) {
        public Proposal {
            notes = List.copyOf(notes);
        }
    }
}
