package org.gemello.connector.mqtt.internal;

import java.util.List;
import java.util.regex.Pattern;

/** What stood in one column of a line: found by number, from 1, or by the name in the header. */
final class CsvSlot extends Slot {
    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,4}");
    private final String column;
    private final int position;
    private int index;

    /** @throws IllegalArgumentException where the column is named but no header will name it */
    CsvSlot(String column, boolean header) {
        this.column = column;
        position = POSITION.matcher(column).matches() ? Integer.parseInt(column) - 1 : -1;
        if (position < 0 && (!header || column.isEmpty())) {
            throw new IllegalArgumentException("'" + column + "' is not a column: write its number, from 1, or its name where 'csv.header' is true");
        }
        index = position;
    }

    /** Looks the column up in the header of the payload at hand. */
    void find(List<String> header) {
        index = position >= 0 ? position : header.indexOf(column);
    }

    /** Takes the field as it stands. */
    void take(List<String> line) {
        clear();
        if (index >= 0 && index < line.size()) {
            text = line.get(index);
            content = text.isEmpty() ? Content.NULL : Content.TEXT;
        }
    }

    /** Takes the field as a value: number, truth value or text. */
    void takeValue(List<String> line, char decimal) {
        take(line);
        if (content == Content.TEXT) {
            Double value = number(decimal);
            if (value != null) {
                content = Content.NUMBER;
                number = value;
            } else if (text.equals("true") || text.equals("false")) {
                content = Content.BOOLEAN;
                flag = text.equals("true");
            }
        }
    }

    /** Where the comma is decimal, 1.500 is no number: it may well be meant as one and a half thousand. */
    private Double number(char decimal) {
        if (decimal == '.') {
            return PlainPlan.number(text);
        }
        return text.indexOf('.') >= 0 ? null : PlainPlan.number(text.replace(decimal, '.'));
    }

    @Override
    String where() {
        return position >= 0 ? "column " + column : "column '" + column + "'";
    }
}
