package org.gemello.binding.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The texts that files get by a change: a document that is written already is changed where it stands, a new one gets a file of its own, and a
 * file in which nothing would be left is removed.
 */
final class EditedFiles {
    private final Path folder;
    private final Documents documents;
    private final Map<String, Optional<String>> texts = new TreeMap<>();
    private final Map<String, SourceText> sources = new HashMap<>();
    /** By file: what the elements of its list become. */
    private final Map<String, Map<Integer, List<Map<?, ?>>>> elements = new TreeMap<>();

    private EditedFiles(Path folder, Documents documents) {
        this.folder = folder;
        this.documents = documents;
    }

    /** By name of the file; empty where it is removed. */
    static Map<String, Optional<String>> of(Path folder, Documents documents, Map<DocumentKey, Optional<Map<String, Object>>> wanted) {
        EditedFiles files = new EditedFiles(folder, documents);
        wanted.forEach((key, content) -> documents.find(key).ifPresent(present -> files.change(present, content)));
        files.elements.forEach(files::rewrite);
        wanted.forEach((key, content) -> content.filter(made -> documents.find(key).isEmpty()).ifPresent(made -> files.make(key, made)));
        return files.texts;
    }

    private void change(StoredDocument present, Optional<Map<String, Object>> content) {
        List<Map<?, ?>> rest = content.map(now -> elements(present.key(), now)).orElse(List.of());
        for (StoredDocument.Piece piece : present.pieces()) {
            SourceText source = piece.source();
            if (piece.index() == StoredDocument.Piece.WHOLE) {
                texts.put(source.name(), content.map(now -> head(source) + ContentWriter.block(now)));
            } else {
                sources.put(source.name(), source);
                elements.computeIfAbsent(source.name(), none -> new LinkedHashMap<>()).put(piece.index(), rest);
                rest = List.of(); // what stands in several places comes together in the first
            }
        }
    }

    /** The comments with which a file begins. */
    private static String head(SourceText source) {
        int begin = source.text().offsetByCodePoints(0, source.top().getStartMark().orElseThrow().getIndex());
        return source.text().substring(0, source.text().lastIndexOf('\n', begin - 1) + 1);
    }

    private void rewrite(String file, Map<Integer, List<Map<?, ?>>> changed) {
        SourceText source = sources.get(file);
        SequenceNode list = Documents.list(source, source.subfolder()).orElseThrow();
        boolean nothingLeft = changed.size() == list.getValue().size() && changed.values().stream().allMatch(List::isEmpty);
        texts.put(file, nothingLeft ? Optional.empty() : Optional.of(new ListText(source.text(), list).with(changed)));
    }

    private void make(DocumentKey key, Map<String, Object> content) {
        texts.put(freeName(key), Optional.of(switch (key.kind()) {
            case TWIN -> ContentWriter.block(Map.of("twins", List.of(content)));
            case CONNECTION -> ContentWriter.block(content);
            case BINDING -> ContentWriter.block(Map.of("connection", content.get("connection"), "bindings", content.get("bindings")));
        }));
    }

    private static List<Map<?, ?>> elements(DocumentKey key, Map<String, Object> content) {
        return switch (key.kind()) {
            case TWIN, CONNECTION -> List.of(content);
            case BINDING -> ((List<?>) content.get("bindings")).stream().<Map<?, ?>>map(element -> (Map<?, ?>) element).toList();
        };
    }

    private String freeName(DocumentKey key) {
        String base = switch (key.kind()) {
            case TWIN -> "twins/" + key.name();
            case CONNECTION -> "connections/" + key.name();
            case BINDING -> "bindings/" + key.name().replace('/', '.').replaceAll("[{}]", "_");
        };
        String name = base + ".yaml";
        for (int number = 2; texts.containsKey(name) || Files.exists(folder.resolve(name)); number++) {
            name = base + '-' + number + ".yaml";
        }
        return name;
    }
}
