package org.gemello.connector.mqtt.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A number for a row of bytes, eight at a time; each step can be undone, so rows that differ in one step only never share one. */
final class Fingerprint {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Fingerprint() {
    }

    static long of(byte[] bytes, int from, int length) {
        long print = length * ODD;
        int at = from;
        int end = from + length;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            print = mix(print, (long) EIGHT.get(bytes, at));
        }
        return mix(print, rest(bytes, at, end - at));
    }

    /** Up to seven bytes as the lower ones of a number. */
    private static long rest(byte[] bytes, int from, int length) {
        if (from <= bytes.length - Long.BYTES) {
            return (long) EIGHT.get(bytes, from) & (1L << 8 * length) - 1;
        }
        long rest = 0;
        for (int i = length - 1; i >= 0; i--) {
            rest = rest << 8 | bytes[from + i] & 0xFF;
        }
        return rest;
    }

    /** One out of two. */
    static long mix(long print, long next) {
        long mixed = (print ^ next) * ODD;
        return mixed ^ mixed >>> 29;
    }
}
