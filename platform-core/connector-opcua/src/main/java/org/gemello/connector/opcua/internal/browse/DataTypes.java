package org.gemello.connector.opcua.internal.browse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** What a data type is in the end, however it is derived. */
final class DataTypes {
    /** Data types of the standard namespace that stand for themselves (OPC UA Part 6, 5.1.2, and the abstract numbers of Part 5). */
    private static final long LAST_OWN = 29;
    private static final Set<Long> NUMBERS = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 26L, 27L, 28L, 29L);
    /** String, DateTime, NodeId, StatusCode, LocalizedText: kept as text. */
    private static final Set<Long> TEXTS = Set.of(12L, 13L, 17L, 19L, 21L);
    private static final int MOST_DERIVATIONS = 20;
    private final AddressSpace space;
    private final Map<NodeId, Long> known = new HashMap<>();

    /** What a point can be made of. */
    enum Kind { NUMBER, TEXT, NEITHER }

    DataTypes(AddressSpace space) {
        this.space = space;
    }

    Kind kind(NodeId type) throws UaException {
        long own = type == null ? 0 : own(type);
        return NUMBERS.contains(own) ? Kind.NUMBER : TEXTS.contains(own) ? Kind.TEXT : Kind.NEITHER;
    }

    private long own(NodeId type) throws UaException {
        Long before = known.get(type);
        if (before != null) {
            return before;
        }
        long found = 0;
        NodeId at = type;
        for (int i = 0; i < MOST_DERIVATIONS && at != null && found == 0; i++) {
            if (at.getNamespaceIndex().intValue() == 0 && at.getIdentifier() instanceof UInteger id && id.longValue() <= LAST_OWN) {
                found = id.longValue();
            } else {
                at = space.supertype(at);
            }
        }
        known.put(type, found);
        return found;
    }
}
