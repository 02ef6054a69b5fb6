package org.gemello.connector.mqtt.internal.sparkplug;

import org.gemello.connector.mqtt.internal.Refusal;

/**
 * Reads the wire format of Protocol Buffers (encoding guide: varint, fixed 32 and 64 bits, length-delimited) from a range of bytes
 * without making objects. Every length is checked against the range, so hostile bytes end in a {@link Refusal} and nothing else.
 */
final class ProtoReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int DELIMITED = 2;
    static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 10;
    private byte[] bytes;
    private int position;
    private int end;
    private int tag;

    /** Begins at {@code from}, ends before {@code to}. */
    ProtoReader over(byte[] content, int from, int to) {
        bytes = content;
        position = from;
        end = to;
        return this;
    }

    /** Goes to the next field. @return false at the end of the range */
    boolean next() throws Refusal {
        if (position == end) {
            return false;
        }
        long next = varint();
        if (next >>> 3 == 0 || next > 0xFFFF_FFFFL) {
            throw new Refusal("not a Sparkplug payload: no field number at byte " + position);
        }
        tag = (int) next;
        return true;
    }

    int field() {
        return tag >>> 3;
    }

    /** Where the reader stands: the value of the present field, or its content once {@link #length} was read. */
    int position() {
        return position;
    }

    long varint() throws Refusal {
        int at = position;
        if (at < end && bytes[at] >= 0) {
            position = at + 1;
            return bytes[at];
        }
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT && at < end; i++) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << 7 * i;
            if (next >= 0) {
                position = at;
                return value;
            }
        }
        throw new Refusal("not a Sparkplug payload: a number ends in the middle at byte " + at);
    }

    /** A number of the present field. */
    long number() throws Refusal {
        expect(VARINT);
        return varint();
    }

    /** Four bytes, least significant first. */
    int fixed32() throws Refusal {
        expect(FIXED32);
        room(Integer.BYTES);
        int value = LittleEndian.integer(bytes, position);
        position += Integer.BYTES;
        return value;
    }

    /** Eight bytes, least significant first. */
    long fixed64() throws Refusal {
        expect(FIXED64);
        room(Long.BYTES);
        long value = LittleEndian.longInteger(bytes, position);
        position += Long.BYTES;
        return value;
    }

    /** Steps over the content of a length-delimited field; it begins at {@link #position} less the length. @return its length */
    int content() throws Refusal {
        expect(DELIMITED);
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new Refusal("not a Sparkplug payload: " + length + " bytes announced at byte " + position + ", " + (end - position)
                    + " are there");
        }
        position += (int) length;
        return (int) length;
    }

    /** Steps over the present field. */
    void skip() throws Refusal {
        switch (tag & 7) {
            case VARINT -> varint();
            case FIXED64 -> fixed64();
            case DELIMITED -> content();
            case FIXED32 -> fixed32();
            default -> throw new Refusal("not a Sparkplug payload: field " + field() + " has wire type " + (tag & 7));
        }
    }

    private void room(int size) throws Refusal {
        if (size > end - position) {
            throw new Refusal("not a Sparkplug payload: it ends in field " + field() + " at byte " + position);
        }
    }

    private void expect(int wireType) throws Refusal {
        if ((tag & 7) != wireType) {
            throw new Refusal("not a Sparkplug payload: field " + field() + " has wire type " + (tag & 7) + " instead of " + wireType);
        }
    }
}
