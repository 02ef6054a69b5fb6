package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gemello.api.site.SiteKind;
import org.gemello.binding.Place;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The documents that stand in the files, right or wrong; what has no name yet is none. The first of two with one name counts. */
final class Documents {
    private final Map<DocumentKey, StoredDocument> all = new TreeMap<>();

    private Documents() {
    }

    static Documents of(List<SourceText> files) {
        Documents documents = new Documents();
        for (SourceText file : files) {
            switch (file.subfolder()) {
                case "connections" -> documents.connection(file);
                case "twins" -> documents.twins(file);
                default -> documents.bindings(file);
            }
        }
        return documents;
    }

    Map<DocumentKey, StoredDocument> all() {
        return all;
    }

    Optional<StoredDocument> find(DocumentKey key) {
        return Optional.ofNullable(all.get(key));
    }

    /** The list in which the documents of a file stand. */
    static Optional<SequenceNode> list(SourceText file, String key) {
        return value(file.top(), key).filter(SequenceNode.class::isInstance).map(SequenceNode.class::cast);
    }

    private void connection(SourceText file) {
        text(file.top(), "connection").ifPresent(name -> all.putIfAbsent(new DocumentKey(SiteKind.CONNECTION, name), new StoredDocument(
                new DocumentKey(SiteKind.CONNECTION, name), ContentReader.map(file.top()), List.of(piece(file, StoredDocument.Piece.WHOLE, file.top())))));
    }

    private void twins(SourceText file) {
        List<Node> elements = list(file, "twins").map(SequenceNode::getValue).orElse(List.of());
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof MappingNode twin) {
                StoredDocument.Piece piece = piece(file, i, twin);
                text(twin, "id").map(id -> new DocumentKey(SiteKind.TWIN, id))
                        .ifPresent(key -> all.putIfAbsent(key, new StoredDocument(key, ContentReader.map(twin), List.of(piece))));
            }
        }
    }

    private void bindings(SourceText file) {
        Optional<String> connection = text(file.top(), "connection");
        List<Node> elements = list(file, "bindings").map(SequenceNode::getValue).orElse(List.of());
        for (int i = 0; i < elements.size(); i++) {
            if (connection.isPresent() && elements.get(i) instanceof MappingNode binding) {
                StoredDocument.Piece piece = piece(file, i, binding);
                text(binding, "twin").ifPresent(twin -> all.merge(DocumentKey.binding(connection.get(), twin),
                        binding(connection.get(), twin, List.of(ContentReader.map(binding)), List.of(piece)), Documents::together));
            }
        }
    }

    private static StoredDocument binding(String connection, String twin, List<?> elements, List<StoredDocument.Piece> pieces) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("connection", connection);
        content.put("twin", twin);
        content.put("bindings", elements);
        return new StoredDocument(DocumentKey.binding(connection, twin), content, pieces);
    }

    private static StoredDocument together(StoredDocument first, StoredDocument second) {
        List<Object> elements = new ArrayList<>((List<?>) first.content().get("bindings"));
        elements.addAll((List<?>) second.content().get("bindings"));
        List<StoredDocument.Piece> pieces = new ArrayList<>(first.pieces());
        pieces.addAll(second.pieces());
        return binding((String) first.content().get("connection"), (String) first.content().get("twin"), elements, pieces);
    }

    private static StoredDocument.Piece piece(SourceText file, int index, Node node) {
        Mark mark = node.getStartMark().orElseThrow();
        return new StoredDocument.Piece(file, index, new Place(file.name(), mark.getLine() + 1, mark.getColumn() + 1));
    }

    private static Optional<String> text(MappingNode mapping, String key) {
        return value(mapping, key).filter(ScalarNode.class::isInstance).map(node -> ((ScalarNode) node).getValue());
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.getValue().stream().filter(entry -> entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
                .map(NodeTuple::getValueNode).findFirst();
    }
}
