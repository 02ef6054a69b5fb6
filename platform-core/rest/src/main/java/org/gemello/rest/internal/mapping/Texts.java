package org.gemello.rest.internal.mapping;

/** The contract leaves out what is empty. */
public final class Texts {
    private Texts() {
    }

    public static String orAbsent(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    public static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
