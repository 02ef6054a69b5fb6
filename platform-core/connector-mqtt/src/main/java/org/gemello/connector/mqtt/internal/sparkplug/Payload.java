package org.gemello.connector.mqtt.internal.sparkplug;

import org.gemello.connector.mqtt.internal.Refusal;

/**
 * A Sparkplug B payload (message {@code Payload} of {@code sparkplug_b.proto}). The outer structure is read and checked first,
 * because the sequence number stands behind the metrics; the metrics are read one by one afterwards. Used again for every message.
 */
final class Payload {
    static final int TIME = 1;
    static final int METRIC = 2;
    static final int SEQUENCE = 3;
    static final int UUID = 4;
    static final int BODY = 5;
    static final int NO_SEQUENCE = -1;
    private static final int LARGEST_SEQUENCE = 255;
    private final ProtoReader reader = new ProtoReader();
    private byte[] bytes;
    private int length;
    private boolean hasTime;
    private long time;
    private int sequence;
    private boolean compressed;
    private int bodyFrom;
    private int bodyTo;

    /**
     * @param limit most bytes that a compressed payload may have
     * @throws Refusal where it is not a payload to its last byte, or is compressed in a way that is not known
     */
    void open(byte[] content, int size, int limit) throws Refusal {
        hasTime = false;
        sequence = NO_SEQUENCE;
        scan(content, size);
        if (compressed) {
            byte[] inflated = Compression.inflate(content, bodyFrom, bodyTo, limit);
            scan(inflated, inflated.length);
        }
    }

    private void scan(byte[] content, int size) throws Refusal {
        bytes = content;
        length = size;
        compressed = false;
        bodyFrom = 0;
        bodyTo = 0;
        reader.over(content, 0, size);
        while (reader.next()) {
            switch (reader.field()) {
                case TIME -> {
                    time = reader.number();
                    hasTime = true;
                }
                case METRIC -> reader.content();
                case SEQUENCE -> sequence(reader.number());
                case UUID -> {
                    int uuid = reader.content();
                    compressed = Compression.isMark(content, reader.position() - uuid, reader.position());
                }
                case BODY -> {
                    int body = reader.content();
                    bodyTo = reader.position();
                    bodyFrom = bodyTo - body;
                }
                default -> reader.skip();
            }
        }
    }

    private void sequence(long number) throws Refusal {
        if (number < 0 || number > LARGEST_SEQUENCE) {
            throw new Refusal("'seq' is " + Long.toUnsignedString(number) + ", it must be from 0 to " + LARGEST_SEQUENCE);
        }
        sequence = (int) number;
    }

    boolean hasTime() {
        return hasTime;
    }

    /** Milliseconds since the epoch. */
    long time() {
        return time;
    }

    /** 0 to 255, or {@link #NO_SEQUENCE}. */
    int sequence() {
        return sequence;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A reader of the outer structure; {@link #METRIC} fields are the metrics. */
    ProtoReader fields() {
        return reader.over(bytes, 0, length);
    }
}
