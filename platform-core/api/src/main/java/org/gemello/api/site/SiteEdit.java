package org.gemello.api.site;

import java.util.Map;
import java.util.Optional;

/**
 * A wish to make, change or remove one document.
 *
 * @param kind     what the document describes
 * @param name     its name
 * @param content  the document as it shall be; empty where it shall be removed
 * @param expected revision that the document must still have; {@link #ABSENT} where it must not exist; {@link #ANY} where that does not matter
 */
public record SiteEdit(SiteKind kind, String name, Optional<Map<String, Object>> content, String expected) {
    /** The document must not exist yet. */
    public static final String ABSENT = "absent";
    /** The document may have changed in between. */
    public static final String ANY = "";
}
