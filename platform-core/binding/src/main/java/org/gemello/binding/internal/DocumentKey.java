package org.gemello.binding.internal;

import java.util.Comparator;
import java.util.Locale;
import org.gemello.api.site.SiteKind;

/** Kind and name, by which a document is found. */
record DocumentKey(SiteKind kind, String name) implements Comparable<DocumentKey> {
    private static final Comparator<DocumentKey> ORDER = Comparator.comparing(DocumentKey::kind).thenComparing(DocumentKey::name);

    static DocumentKey binding(String connection, String twin) {
        return new DocumentKey(SiteKind.BINDING, connection + '/' + twin);
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }

    /** In messages: {@code twin 'wt-01'}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " '" + name + "'";
    }
}
