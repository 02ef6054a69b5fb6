package org.gemello.exchange.internal.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Walks over one structure of Thrift's compact protocol (thrift-compact-protocol.md), in which Parquet writes its footer and page
 * headers, and understands nothing of it but its sizes: every list and text must fit into the bytes that are there. Only then is it
 * safe to let a reader make the lists that the structure speaks of.
 */
final class CompactThrift {
    private static final int DEEPEST = 24;
    private final ByteBuffer bytes;

    private CompactThrift(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Length of the structure at the buffer's position.
     *
     * @throws IOException where it is not whole
     */
    static int length(ByteBuffer bytes) throws IOException {
        ByteBuffer walked = bytes.slice();
        try {
            new CompactThrift(walked).structure(0);
        } catch (java.nio.BufferUnderflowException e) {
            throw new IOException("a structure of the file is not whole", e);
        }
        return walked.position();
    }

    private void structure(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("structures of the file are nested deeper than " + DEEPEST);
        }
        for (int head = bytes.get() & 0xff; head != 0; head = bytes.get() & 0xff) {
            if (head >>> 4 == 0) {
                number(); // the field's number in full
            }
            int type = head & 0x0f;
            if (type > 2) { // 1 and 2 are true and false themselves
                value(type, depth);
            }
        }
    }

    private void value(int type, int depth) throws IOException {
        switch (type) {
            case 1, 2, 3 -> skip(1);
            case 4, 5, 6 -> number();
            case 7 -> skip(Double.BYTES);
            case 8 -> skip(number());
            case 9, 10 -> list(depth);
            case 12 -> structure(depth + 1);
            default -> throw new IOException("a structure of the file has a field of type " + type + ", which Parquet does not use");
        }
    }

    private void list(int depth) throws IOException {
        int head = bytes.get() & 0xff;
        long size = head >>> 4 == 15 ? number() : head >>> 4;
        if (size < 0 || size > bytes.remaining()) {
            throw new IOException("a list of " + size + " in " + bytes.remaining() + " bytes");
        }
        for (long i = 0; i < size; i++) {
            value(head & 0x0f, depth);
        }
    }

    private void skip(long count) throws IOException {
        if (count < 0 || count > bytes.remaining()) {
            throw new IOException("a text of " + count + " in " + bytes.remaining() + " bytes");
        }
        bytes.position(bytes.position() + (int) count);
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("a number of the file has more than 64 bits");
    }
}
