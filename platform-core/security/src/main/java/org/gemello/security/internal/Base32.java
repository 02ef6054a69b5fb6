package org.gemello.security.internal;

/** Base32 (RFC 4648, 6) without padding, as authenticator apps want their secret. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {
    }

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte each : bytes) {
            buffer = buffer << Byte.SIZE | each & 0xff;
            filled += Byte.SIZE;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(ALPHABET.charAt(buffer >> filled & 0x1f));
            }
        }
        return filled == 0 ? text.toString() : text.append(ALPHABET.charAt(buffer << BITS - filled & 0x1f)).toString();
    }

    /** @throws IllegalArgumentException where there is another character */
    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int filled = 0;
        int next = 0;
        for (char each : text.toCharArray()) {
            int value = ALPHABET.indexOf(each);
            if (value < 0) {
                throw new IllegalArgumentException("'" + each + "' is no character of Base32");
            }
            buffer = buffer << BITS | value;
            filled += BITS;
            if (filled >= Byte.SIZE) {
                filled -= Byte.SIZE;
                bytes[next++] = (byte) (buffer >> filled);
            }
        }
        return bytes;
    }
}
