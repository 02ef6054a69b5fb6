package org.gemello.ctl;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/**
 * What a table shows of a document.
 *
 * @param names    heads
 * @param pointers where the values are (RFC 6901)
 */
record Columns(List<String> names, List<JsonPointer> pointers) {
    /** Columns written as {@code NAME=/pointer}. */
    static Columns of(String... columns) {
        return new Columns(Arrays.stream(columns).map(column -> column.substring(0, column.indexOf('='))).toList(),
                Arrays.stream(columns).map(column -> JsonPointer.compile(column.substring(column.indexOf('=') + 1))).toList());
    }

    List<String> cells(JsonNode document) {
        return pointers.stream().map(pointer -> text(document.at(pointer))).toList();
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asText() : value.isArray() && value.isEmpty() ? "" : value.toString();
    }
}
