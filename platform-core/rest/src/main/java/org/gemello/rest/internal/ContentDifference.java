package org.gemello.rest.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;

/** What an edit changes, in words for the audit log: keys with their values, of a connection the keys alone, as an address may hold a secret. */
final class ContentDifference {
    private static final int LONGEST_VALUE = 60;
    private final boolean withValues;
    private final List<String> words = new ArrayList<>();

    private ContentDifference(boolean withValues) {
        this.withValues = withValues;
    }

    /** @param present content of the document, empty where there is none */
    static String words(Optional<Map<String, Object>> present, SiteEdit edit) {
        if (edit.content().isEmpty()) {
            return "removed";
        } else if (present.isEmpty()) {
            return "made";
        }
        ContentDifference difference = new ContentDifference(edit.kind() != SiteKind.CONNECTION);
        difference.compare("", present.get(), edit.content().get());
        return difference.words.isEmpty() ? "unchanged" : String.join(", ", difference.words);
    }

    private void compare(String path, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            String place = path.isEmpty() ? key.toString() : path + '.' + key;
            Object old = before.get(key);
            Object next = after.get(key);
            if (old instanceof Map<?, ?> oldMap && next instanceof Map<?, ?> nextMap) {
                compare(place, oldMap, nextMap);
            } else if (!Objects.toString(old).equals(Objects.toString(next))) {
                words.add(withValues ? place + ": " + shown(old) + " -> " + shown(next) : place);
            }
        }
    }

    private static String shown(Object value) {
        String text = Objects.toString(value, "none");
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
