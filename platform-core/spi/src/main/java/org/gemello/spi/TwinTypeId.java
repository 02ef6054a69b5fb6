package org.gemello.spi;

import java.util.regex.Pattern;

/**
 * Identity of a twin type: industry, slash, kind; for example {@code energy/wind-turbine}.
 *
 * @param value lower-case letters, digits and hyphens on both sides of one slash
 */
public record TwinTypeId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}/[a-z0-9-]{1,60}");

    /** @throws IllegalArgumentException where the text has another form */
    public TwinTypeId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("twin type '" + value + "' is not of the form industry/kind");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
