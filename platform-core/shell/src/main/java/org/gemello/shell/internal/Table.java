package org.gemello.shell.internal;

import java.util.ArrayList;
import java.util.List;

/** Headings and rows of text, before anybody has decided how to print them. */
final class Table {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row. Control characters are shown as '?': a text that came from a device must not steer the terminal. */
    Table row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headings.size() + " headings");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell).replaceAll("\\p{Cc}", "?"));
        }
        rows.add(row);
        return this;
    }

    List<String> headings() {
        return headings;
    }

    List<List<String>> rows() {
        return rows;
    }
}
