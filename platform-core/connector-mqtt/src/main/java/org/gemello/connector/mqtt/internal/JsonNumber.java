package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reads the number that a parser stands at. Where the digits are an integer up to 2^53 and the decimals at most 22 (here
 * 15), one correctly rounded division gives the nearest double (Clinger, How to read floating point numbers accurately, 1990):
 * that is nearly every number a sensor sends. The rest goes to the parser.
 */
final class JsonNumber {
    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    /** Longer ones are seldom below 2^53. */
    static final int SAFE_DIGITS = 15;

    private JsonNumber() {
    }

    static double read(JsonParser parser) throws IOException {
        char[] text = parser.getTextCharacters();
        int start = parser.getTextOffset();
        int end = start + parser.getTextLength();
        boolean negative = text[start] == '-';
        int from = negative ? start + 1 : start;
        if (end - from > SAFE_DIGITS + 1) {
            return parser.getDoubleValue();
        }
        long digits = 0;
        int point = end;
        for (int i = from; i < end; i++) {
            char c = text[i];
            if (c == '.') {
                point = i + 1;
            } else if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else {
                return parser.getDoubleValue(); // an exponent
            }
        }
        if (digits > 1L << 53) {
            return parser.getDoubleValue();
        }
        return of(negative, digits, end - point);
    }

    /**
     * The nearest double.
     *
     * @param digits   up to 2^53
     * @param decimals how many of them stand behind the point, up to {@link #SAFE_DIGITS}
     */
    static double of(boolean negative, long digits, int decimals) {
        double value = digits / POWERS[decimals];
        return negative ? -value : value;
    }
}
