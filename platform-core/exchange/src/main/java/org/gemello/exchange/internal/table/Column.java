package org.gemello.exchange.internal.table;

/**
 * A column of a table.
 *
 * @param name     in the file
 * @param type     what it holds
 * @param optional true where a row may have no value, or a file to be read may have no such column
 */
public record Column(String name, ColumnType type, boolean optional) {
    static Column of(String name, ColumnType type) {
        return new Column(name, type, type == ColumnType.VALUE);
    }

    static Column optional(String name, ColumnType type) {
        return new Column(name, type, true);
    }
}
