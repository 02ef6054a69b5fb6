package org.gemello.historian.postgres.internal;

import java.nio.charset.StandardCharsets;

/** Texts as PostgreSQL can hold them: any Unicode but U+0000 and halves of surrogate pairs. */
final class SqlText {
    private SqlText() {
    }

    /** True where the text can be held as it is. */
    static boolean fits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Text for people, with a replacement in place of what cannot be held; null becomes empty. */
    static String readable(String text) {
        if (text == null || fits(text)) {
            return text == null ? "" : text;
        }
        // Java's encoder writes '?' for half a pair
        return new String(text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Every char of the text, whatever it is. */
    static byte[] raw(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    static String ofRaw(byte[] bytes) {
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF);
        }
        return new String(chars);
    }
}
