package org.gemello.connector.mqtt.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Goes over a text of JSON, eight bytes at a time, as long as it is plain: ASCII without control characters and escapes. */
final class AsciiText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    /** The general parser has limits for longer ones. */
    private static final int LONGEST = 1_000;

    private AsciiText() {
    }

    /** @return the place behind the closing quote, -1 where the text is not plain, is long, or has no end before {@code end} */
    static int behind(byte[] bytes, int openingQuote, int end) {
        int at = openingQuote + 1;
        int last = Math.min(end, at + LONGEST);
        for (; at <= bytes.length - Long.BYTES && at < last; at += Long.BYTES) {
            long stops = stops((long) EIGHT.get(bytes, at));
            if (stops != 0) {
                int stop = at + (Long.numberOfTrailingZeros(stops) >>> 3);
                return stop < last && bytes[stop] == '"' ? stop + 1 : -1;
            }
        }
        for (; at < last; at++) {
            if (bytes[at] == '"') {
                return at + 1;
            }
            if (bytes[at] < ' ' || bytes[at] == '\\') { // what is not ASCII is below 0
                return -1;
            }
        }
        return -1;
    }

    /** The lowest bit that is set belongs to the first byte that is a quote, a backslash, a control character or not ASCII. */
    private static long stops(long eight) {
        long quote = eight ^ ONES * '"';
        long backslash = eight ^ ONES * '\\';
        return (quote - ONES & ~quote | backslash - ONES & ~backslash | eight - ONES * ' ' | eight) & HIGH;
    }
}
