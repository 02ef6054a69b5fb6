package org.gemello.connector.opcua.internal;

import java.lang.reflect.Array;

/** A whole array of numbers as one text: a JSON array, as a burst of vibration travels. What is no finite number is {@code null}. */
final class ArrayText {
    /** The longest text that the log takes, in characters that have one byte each. */
    static final int LONGEST = 1 << 20;

    private ArrayText() {
    }

    /** @throws IllegalArgumentException where it is no array of numbers with one dimension, or its text is longer than the log takes */
    static String of(Object value) {
        if (!value.getClass().isArray()) {
            throw new IllegalArgumentException("it is no array with one dimension but " + value.getClass().getSimpleName());
        }
        int length = Array.getLength(value);
        StringBuilder text = new StringBuilder(8 * Math.min(length, LONGEST / 8)).append('[');
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : ",").append(number(Array.get(value, i)));
            if (text.length() >= LONGEST) {
                throw new IllegalArgumentException("its " + length + " elements make a text of more than " + LONGEST
                        + " characters, which is more than a sample may have");
            }
        }
        return text.append(']').toString();
    }

    private static String number(Object element) {
        double value = element instanceof Number ? Values.number(element) : Double.NaN;
        if (element != null && !(element instanceof Number)) {
            throw new IllegalArgumentException("its elements are no numbers but " + element.getClass().getSimpleName());
        }
        if (!Double.isFinite(value)) {
            return "null";
        }
        return element.toString();
    }
}
