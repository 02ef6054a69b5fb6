package org.gemello.energy.gas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a comma-separated table that travels with this package; lines with # are remarks. */
final class Table {
    private Table() {
    }

    static List<String[]> rows(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Table.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("table " + name + " cannot be read from the bundle", e);
        }
    }
}
