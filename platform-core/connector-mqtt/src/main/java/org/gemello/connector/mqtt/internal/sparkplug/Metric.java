package org.gemello.connector.mqtt.internal.sparkplug;

import java.nio.charset.StandardCharsets;
import org.gemello.connector.mqtt.internal.Refusal;

/**
 * One metric of a payload as places in its bytes (message {@code Metric} of {@code sparkplug_b.proto}). Used again for every
 * metric: nothing is made for it.
 */
final class Metric {
    static final int INT = 10;
    static final int LONG = 11;
    static final int FLOAT = 12;
    static final int DOUBLE = 13;
    static final int BOOLEAN = 14;
    static final int STRING = 15;
    static final int BYTES = 16;
    static final int DATA_SET = 17;
    static final int TEMPLATE = 18;
    private static final int EXTENSION = 19;
    private static final int LONGEST_NAME = 2_048;
    private final ProtoReader reader = new ProtoReader();
    byte[] bytes;
    /** UTF-8, -1 where the metric has no name. */
    int nameFrom;
    int nameTo;
    boolean hasAlias;
    long alias;
    boolean hasTime;
    /** Milliseconds since the epoch. */
    long time;
    DataType type;
    boolean historical;
    boolean isNull;
    /** Field number of the value, 0 where there is none. */
    int value;
    /** Bits of a number or boolean. */
    long bits;
    int valueFrom;
    int valueTo;
    int propertiesFrom;
    int propertiesTo;

    void read(byte[] content, int from, int to) throws Refusal {
        bytes = content;
        nameFrom = -1;
        hasAlias = false;
        hasTime = false;
        type = DataType.UNKNOWN;
        historical = false;
        isNull = false;
        value = 0;
        propertiesFrom = -1;
        reader.over(content, from, to);
        while (reader.next()) {
            field(reader.field());
        }
    }

    private void field(int field) throws Refusal {
        switch (field) {
            case 1 -> {
                int length = reader.content();
                if (length > LONGEST_NAME) {
                    throw new Refusal("a metric's name has " + length + " bytes; at most " + LONGEST_NAME + " are read");
                }
                nameTo = reader.position();
                nameFrom = nameTo - length;
            }
            case 2 -> {
                alias = reader.number();
                hasAlias = true;
            }
            case 3 -> {
                time = reader.number();
                hasTime = true;
            }
            case 4 -> type = DataType.of(reader.number());
            case 5 -> historical = reader.number() != 0;
            case 7 -> isNull = reader.number() != 0;
            case 9 -> {
                int length = reader.content();
                propertiesTo = reader.position();
                propertiesFrom = propertiesTo - length;
            }
            case INT, LONG, BOOLEAN -> number(field, reader.number());
            case FLOAT -> number(field, reader.fixed32());
            case DOUBLE -> number(field, reader.fixed64());
            case STRING, BYTES, DATA_SET, TEMPLATE, EXTENSION -> {
                int length = reader.content();
                value = field;
                valueTo = reader.position();
                valueFrom = valueTo - length;
            }
            default -> reader.skip();
        }
    }

    private void number(int field, long number) {
        value = field;
        bits = number;
    }

    boolean hasName() {
        return nameFrom >= 0;
    }

    String name() {
        return new String(bytes, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8);
    }

    /** Name or alias, for messages. */
    String label() {
        return hasName() ? "'" + name() + "'" : hasAlias ? "with alias " + Long.toUnsignedString(alias) : "without name and alias";
    }
}
