package org.gemello.rest.internal.mapping;

/** The contract leaves out what is empty. */
final class Texts {
    private Texts() {
    }

    static String orAbsent(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
