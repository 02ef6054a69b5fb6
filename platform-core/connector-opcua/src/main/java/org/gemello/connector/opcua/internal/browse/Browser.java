package org.gemello.connector.opcua.internal.browse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.gemello.api.connection.Browsable.Node;
import org.gemello.api.connection.Browsable.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the children of nodes, a page at a time. A server keeps its place in a list for us, and has room for few such places; so of
 * ours there are few, and each is given back when nobody has asked for it for a while. Safe for use by many threads.
 */
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final int MOST_PAGE = 1_000;
    private static final int MOST_OPEN = 8;
    private static final int KEEP_SECONDS = 60;
    private static final Executor LATER = CompletableFuture.delayedExecutor(KEEP_SECONDS, TimeUnit.SECONDS);
    private final AddressSpace space;
    private final Map<String, Place> open = new LinkedHashMap<>();

    /**
     * Where a page has ended.
     *
     * @param rest   what the server sent beyond the page
     * @param server the server's own place, null where it has sent everything
     */
    private record Place(List<ReferenceDescription> rest, ByteString server) {
    }

    Browser(AddressSpace space) {
        this.space = space;
    }

    /** @throws IllegalArgumentException where node, continuation or limit are wrong */
    Page page(String node, String continuation, int limit) throws UaException {
        if (limit < 1 || limit > MOST_PAGE) {
            throw new IllegalArgumentException("a page has from 1 to " + MOST_PAGE + " nodes, not " + limit);
        }
        Place place = continuation.isEmpty() ? begin(node, limit) : resume(continuation);
        List<ReferenceDescription> found = new ArrayList<>(place.rest());
        ByteString server = place.server();
        if (found.isEmpty() && server != null) {
            Place next = place(space.next(server));
            found.addAll(next.rest());
            server = next.server();
        }
        List<ReferenceDescription> rest = List.copyOf(found.subList(Math.min(limit, found.size()), found.size()));
        String more = rest.isEmpty() && server == null ? "" : keep(new Place(rest, server));
        return new Page(describe(found.subList(0, Math.min(limit, found.size()))), more);
    }

    private Place begin(String node, int limit) throws UaException {
        NodeId parent = node.isEmpty() ? NodeIds.ObjectsFolder : NodeText.parse(node, space.namespaces());
        return place(space.children(parent, limit));
    }

    private static Place place(BrowseResult result) throws UaException {
        if (result.getStatusCode().isBad()) {
            throw new UaException(result.getStatusCode());
        }
        ByteString more = result.getContinuationPoint();
        return new Place(AddressSpace.references(result), more == null || more.isNull() ? null : more);
    }

    private synchronized Place resume(String continuation) {
        Place place = open.remove(continuation);
        if (place == null) {
            throw new IllegalArgumentException("the continuation is not known (any more); begin with the first page");
        }
        return place;
    }

    private String keep(Place place) {
        String name = UUID.randomUUID().toString();
        List<Place> abandoned = new ArrayList<>();
        synchronized (this) {
            open.put(name, place);
            while (open.size() > MOST_OPEN) {
                abandoned.add(open.remove(open.keySet().iterator().next()));
            }
        }
        abandoned.forEach(this::release);
        LATER.execute(() -> abandon(name));
        return name;
    }

    private void abandon(String name) {
        Place place;
        synchronized (this) {
            place = open.remove(name);
        }
        if (place != null) {
            release(place);
        }
    }

    private void release(Place place) {
        if (place.server() != null) {
            try {
                space.release(place.server());
            } catch (UaException e) {
                LOG.debug("the server has forgotten a browse continuation by itself: {}", e.getMessage());
            }
        }
    }

    /** Pages that somebody may still continue. */
    synchronized int open() {
        return open.size();
    }

    private List<Node> describe(List<ReferenceDescription> found) throws UaException {
        List<NodeId> ids = found.stream().map(one -> one.getNodeId().toNodeId(space.namespaces()).orElse(NodeId.NULL_VALUE)).toList();
        List<LocalizedText> descriptions = space.attribute(ids, AttributeId.Description, LocalizedText.class);
        List<NodeId> types = new ArrayList<>(space.attribute(ids, AttributeId.DataType, NodeId.class));
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).getNodeClass() == NodeClass.Object) {
                types.set(i, found.get(i).getTypeDefinition().toNodeId(space.namespaces()).orElse(null));
            }
        }
        Set<NodeId> named = new HashSet<>(types);
        named.remove(null);
        Map<NodeId, String> names = space.typeNames(named);
        List<Node> nodes = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            ReferenceDescription one = found.get(i);
            boolean leaf = one.getNodeClass() == NodeClass.Method || NodeIds.HasProperty.equals(one.getReferenceTypeId());
            nodes.add(new Node(NodeText.of(ids.get(i), space.namespaces()), text(one.getDisplayName(), one.getBrowseName().name()),
                    one.getNodeClass().name().toLowerCase(Locale.ROOT), names.getOrDefault(types.get(i), ""),
                    text(descriptions.get(i), ""), !leaf));
        }
        return nodes;
    }

    private static String text(LocalizedText text, String otherwise) {
        return text == null || text.text() == null || text.text().isEmpty() ? otherwise : text.text();
    }
}
