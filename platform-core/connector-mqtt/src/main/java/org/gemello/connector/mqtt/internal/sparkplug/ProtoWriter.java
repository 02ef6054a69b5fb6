package org.gemello.connector.mqtt.internal.sparkplug;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the wire format of Protocol Buffers, for the few small messages that a host sends. */
final class ProtoWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ProtoWriter number(int field, long value) {
        varint((long) field << 3 | ProtoReader.VARINT);
        varint(value);
        return this;
    }

    ProtoWriter text(int field, String value) {
        return content(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoWriter content(int field, byte[] value) {
        varint((long) field << 3 | ProtoReader.DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    ProtoWriter fixed32(int field, int value) {
        varint((long) field << 3 | ProtoReader.FIXED32);
        fixed(Integer.toUnsignedLong(value), Integer.BYTES);
        return this;
    }

    ProtoWriter fixed64(int field, long value) {
        varint((long) field << 3 | ProtoReader.FIXED64);
        fixed(value, Long.BYTES);
        return this;
    }

    private void fixed(long value, int size) {
        for (int i = 0; i < size; i++) {
            bytes.write((int) (value >>> 8 * i));
        }
    }

    private void varint(long value) {
        long rest = value;
        while (rest < 0 || rest > 0x7F) {
            bytes.write((int) rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
