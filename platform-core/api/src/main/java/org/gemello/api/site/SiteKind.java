package org.gemello.api.site;

/** What a document of the site describes. */
public enum SiteKind {
    /** A twin; the document is named after its id. */
    TWIN,
    /** A connection; the document is named after it. */
    CONNECTION,
    /** All bindings of one twin to one connection; the document is named {@code connection/twin}. */
    BINDING
}
