package org.gemello.binding.internal;

import java.util.List;
import java.util.Map;
import org.gemello.api.site.SiteDocument;
import org.gemello.binding.Place;

/**
 * A document with the places where it is written.
 *
 * @param pieces at least one; several where the bindings of one twin stand in several places
 */
record StoredDocument(DocumentKey key, Map<String, Object> content, List<Piece> pieces) {

    /**
     * Where a document, or a part of one, is written.
     *
     * @param index of the element in the file's list; {@link #WHOLE} where the file is the document
     */
    record Piece(SourceText source, int index, Place place) {
        static final int WHOLE = -1;
    }

    SiteDocument shown() {
        Place place = pieces.get(0).place();
        return new SiteDocument(key.kind(), key.name(), content, revision(), place.file() + ':' + place.line());
    }

    String revision() {
        return Revision.of(content);
    }
}
