package org.gemello.api.exchange;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gemello.api.PointDefinition;
import org.gemello.api.ValueKind;

/**
 * How to read a CSV file of somebody else: one line for each time, one column for each point. Columns that are not named here are
 * passed over; an empty field is no sample.
 *
 * @param separator  between fields, such as {@code ;}
 * @param decimal    {@code .} or {@code ,}
 * @param timeColumn name of the column with the source time
 * @param timeFormat {@code iso}, {@code epoch-s} (may have a fraction), {@code epoch-ms}, {@code epoch-ns}, or a pattern of
 *                   {@link java.time.format.DateTimeFormatter} such as {@code dd.MM.yyyy HH:mm:ss}
 * @param zone       of times that do not name one; in the hour that summer time repeats the earlier one is taken
 * @param columns    the points, at least one
 */
public record CsvMapping(char separator, char decimal, String timeColumn, String timeFormat, ZoneId zone, List<Column> columns) {
    /** @throws IllegalArgumentException where the mapping cannot be followed */
    public CsvMapping {
        columns = List.copyOf(columns);
        if (separator == '"' || separator == '\n' || separator == '\r' || separator == decimal) {
            throw new IllegalArgumentException("separator '" + separator + "' cannot be told from the data; use ';', a tab or ','");
        }
        if (decimal != '.' && decimal != ',') {
            throw new IllegalArgumentException("decimal '" + decimal + "' is neither '.' nor ','");
        }
        if (timeColumn == null || timeFormat == null || zone == null || columns.isEmpty()) {
            throw new IllegalArgumentException("a mapping needs a time column, its format and zone, and at least one column with a point");
        }
        Set<String> names = new HashSet<>(Set.of(timeColumn));
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("column '" + column.name() + "' is named twice");
            }
        }
    }

    /**
     * A column with the values of one point.
     *
     * @param name       as in the header line
     * @param definition the point and the unit that the values are in
     * @param kind       what to read; not {@link ValueKind#NONE}
     */
    public record Column(String name, PointDefinition definition, ValueKind kind) {
        /** @throws IllegalArgumentException where a part is missing */
        public Column {
            if (name == null || definition == null || kind == null || kind == ValueKind.NONE) {
                throw new IllegalArgumentException("column " + name + " needs a point, a unit and a kind (double, long, boolean, text)");
            }
        }
    }
}
