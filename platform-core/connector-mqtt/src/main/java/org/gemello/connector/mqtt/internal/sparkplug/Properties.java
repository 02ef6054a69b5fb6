package org.gemello.connector.mqtt.internal.sparkplug;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gemello.api.Quality;
import org.gemello.connector.mqtt.internal.Refusal;

/** Properties of a metric (messages {@code PropertySet} and {@code PropertyValue}): keys, and as many values in the same order. */
final class Properties {
    private static final byte[] QUALITY = "Quality".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNIT = "engUnit".getBytes(StandardCharsets.US_ASCII);
    private static final int KEYS = 1;
    private static final int VALUES = 2;
    private static final int INT_VALUE = 3;
    private static final int LONG_VALUE = 4;
    private static final int STRING_VALUE = 8;
    private static final int SPARKPLUG_GOOD = 192;
    private static final int SPARKPLUG_STALE = 500;
    private static final int CLASS = 0xC0;
    private static final int UNCERTAIN_CLASS = 0x40;
    private final ProtoReader reader = new ProtoReader();

    /**
     * OPC UA status of the property {@code Quality}: 192 is good, 0 bad, 500 stale (Sparkplug 3.0.0, 6.4.18); other numbers are read as
     * OPC DA qualities, from which Sparkplug's are taken. Good where the metric has no such property.
     */
    int quality(Metric metric) throws Refusal {
        if (metric.propertiesFrom < 0 || !find(metric, QUALITY)) {
            return Quality.GOOD.code();
        }
        while (reader.next()) {
            if (reader.field() == INT_VALUE || reader.field() == LONG_VALUE) {
                return quality(reader.number());
            }
            reader.skip();
        }
        return Quality.BAD.code();
    }

    private static int quality(long number) {
        if (number == SPARKPLUG_GOOD) {
            return Quality.GOOD.code();
        } else if (number == SPARKPLUG_STALE) {
            return Quality.UNCERTAIN_LAST_USABLE_VALUE.code();
        }
        return switch ((int) number & CLASS) {
            case CLASS -> Quality.GOOD.code();
            case UNCERTAIN_CLASS -> Quality.UNCERTAIN.code();
            default -> Quality.BAD.code();
        };
    }

    /** The property {@code engUnit} as the device writes it, empty where there is none. */
    String unit(Metric metric) throws Refusal {
        if (metric.propertiesFrom < 0 || !find(metric, UNIT)) {
            return "";
        }
        while (reader.next()) {
            if (reader.field() == STRING_VALUE) {
                int length = reader.content();
                return new String(metric.bytes, reader.position() - length, length, StandardCharsets.UTF_8);
            }
            reader.skip();
        }
        return "";
    }

    /** Leaves the reader at the value of a key. */
    private boolean find(Metric metric, byte[] key) throws Refusal {
        int index = index(metric, key);
        reader.over(metric.bytes, metric.propertiesFrom, metric.propertiesTo);
        int values = 0;
        while (index >= 0 && reader.next()) {
            if (reader.field() != VALUES) {
                reader.skip();
            } else {
                int length = reader.content();
                if (values++ == index) {
                    reader.over(metric.bytes, reader.position() - length, reader.position());
                    return true;
                }
            }
        }
        return false;
    }

    private int index(Metric metric, byte[] key) throws Refusal {
        reader.over(metric.bytes, metric.propertiesFrom, metric.propertiesTo);
        int keys = 0;
        while (reader.next()) {
            if (reader.field() != KEYS) {
                reader.skip();
            } else {
                int length = reader.content();
                if (Arrays.equals(metric.bytes, reader.position() - length, reader.position(), key, 0, key.length)) {
                    return keys;
                }
                keys++;
            }
        }
        return -1;
    }
}
