package org.gemello.api;

import java.util.regex.Pattern;

/**
 * Identity of a twin on this platform, for example {@code wt-01}.
 *
 * @param value 1 to 64 characters: lower-case letters, digits, {@code .}, {@code _}, {@code -}; the first is a letter or digit
 */
public record TwinId(String value) implements Comparable<TwinId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException where the text has another form */
    public TwinId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("twin id '" + value + "' is not of the form " + FORM.pattern());
        }
    }

    @Override
    public int compareTo(TwinId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
