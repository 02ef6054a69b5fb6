package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;

/** The edits of one change, held against the documents that there are: names, revisions, and content in the form in which it will be read again. */
final class Wishes {
    private static final int MOST = 10_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9{}._-]{1,128}");
    private final Documents documents;
    private final List<String> problems = new ArrayList<>();
    private final List<String> stale = new ArrayList<>();
    private final Map<DocumentKey, Optional<Map<String, Object>>> wanted = new TreeMap<>();

    private Wishes(Documents documents) {
        this.documents = documents;
    }

    /**
     * What each document shall be; empty where it shall be removed. Those that are so already are left out.
     *
     * @throws SiteRefusedException where an edit cannot be made to these documents
     */
    static Map<DocumentKey, Optional<Map<String, Object>>> of(List<SiteEdit> edits, Documents documents) throws SiteRefusedException {
        if (edits.size() > MOST) {
            throw new SiteRefusedException(List.of("the change has " + edits.size() + " edits, at most " + MOST + " are made at once; split it"), false);
        }
        Wishes wishes = new Wishes(documents);
        edits.forEach(wishes::add);
        if (!wishes.problems.isEmpty()) {
            throw new SiteRefusedException(wishes.problems, false);
        } else if (!wishes.stale.isEmpty()) {
            throw new SiteRefusedException(wishes.stale, true);
        }
        wishes.wanted.entrySet().removeIf(wish -> wish.getValue().isPresent()
                && wish.getValue().equals(documents.find(wish.getKey()).map(StoredDocument::content)));
        return wishes.wanted;
    }

    private void add(SiteEdit edit) {
        DocumentKey key = new DocumentKey(edit.kind(), edit.name());
        String expected = edit.expected() == null ? SiteEdit.ANY : edit.expected();
        if (!isName(edit)) {
            problems.add("the name of a " + key.kind() + " is not of the right form; use lower-case letters, digits, '.', '_' and '-'"
                    + (edit.kind() == SiteKind.BINDING ? ", as in connection/twin" : ""));
            return;
        }
        if (wanted.containsKey(key)) {
            problems.add(key + ": is edited twice in one change; leave one out");
            return;
        }
        Optional<StoredDocument> present = documents.find(key);
        if (expected.equals(SiteEdit.ABSENT) && present.isPresent()) {
            stale.add(key + ": exists already, at " + present.get().shown().place() + "; change that one");
        } else if (!expected.equals(SiteEdit.ANY) && !expected.equals(SiteEdit.ABSENT)
                && !present.map(StoredDocument::revision).equals(Optional.of(expected))) {
            stale.add(key + ": " + present.map(now -> "has changed since, to revision " + now.revision()).orElse("has been removed since")
                    + "; read it again");
        } else if (edit.content().isEmpty() && present.isEmpty()) {
            problems.add(key + ": there is none, and so it cannot be removed");
        }
        wanted.put(key, edit.content().flatMap(content -> content(key, content)));
    }

    private static boolean isName(SiteEdit edit) {
        if (edit.name() == null) {
            return false;
        }
        int slash = edit.name().indexOf('/');
        return edit.kind() != SiteKind.BINDING ? NAME.matcher(edit.name()).matches() : slash > 0
                && NAME.matcher(edit.name().substring(0, slash)).matches() && TEMPLATE.matcher(edit.name().substring(slash + 1)).matches();
    }

    private Optional<Map<String, Object>> content(DocumentKey key, Map<String, Object> content) {
        try {
            return Optional.of(switch (key.kind()) {
                case TWIN -> ContentWriter.asRead(named("id", key.name(), content));
                case CONNECTION -> connection(key, content);
                case BINDING -> binding(key.name(), content);
            });
        } catch (IllegalArgumentException e) {
            problems.add(key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, Object> connection(DocumentKey key, Map<String, Object> content) {
        Map<String, Object> read = ContentWriter.asRead(named("connection", key.name(), content));
        Map<String, String> present = documents.find(key).map(document -> ReachableFiles.flat(document.content())).orElse(Map.of());
        ReachableFiles.objection(read, present).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return read;
    }

    private static Map<String, Object> binding(String name, Map<String, Object> content) {
        String connection = name.substring(0, name.indexOf('/'));
        String twin = name.substring(name.indexOf('/') + 1);
        for (String key : content.keySet()) {
            if (!List.of("connection", "twin", "bindings").contains(key)) {
                throw new IllegalArgumentException("'" + key + "' is not known here; known are connection, twin and bindings");
            }
        }
        if (!(content.get("bindings") instanceof List<?> elements) || elements.isEmpty()) {
            throw new IllegalArgumentException("'bindings' must be a list of at least one element; remove the document where nothing is bound");
        }
        List<Map<String, Object>> named = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof Map<?, ?> binding)) {
                throw new IllegalArgumentException("an element of 'bindings' has no keys; write points and where they come from");
            }
            named.add(named("twin", twin, binding));
        }
        Map<String, Object> whole = named("connection", connection, named("twin", twin, content));
        whole.put("bindings", named);
        return ContentWriter.asRead(whole);
    }

    /** The content with the name that it has anyway. */
    private static Map<String, Object> named(String key, String name, Map<?, ?> content) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(key, name);
        content.forEach((other, value) -> named.put(String.valueOf(other), value));
        if (!name.equals(String.valueOf(named.get(key)))) { // 7 is a number in the file and a name here
            throw new IllegalArgumentException("'" + key + "' is another name than that of the document; write '" + name + "'");
        }
        named.put(key, name);
        return named;
    }
}
