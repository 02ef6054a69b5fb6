package org.gemello.api;

import java.util.regex.Pattern;

/**
 * Identity of one point of a twin, written {@code wt-01/WGEN.W}.
 *
 * @param twin the twin that owns the point
 * @param name name within the twin, in the field's own terms (for turbines IEC 61400-25: logical node, dot, data object);
 *             1 to 128 letters, digits, {@code .}, {@code _}, {@code -}
 */
public record PointId(TwinId twin, String name) implements Comparable<PointId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /** @throws IllegalArgumentException where the name has another form */
    public PointId {
        if (twin == null) {
            throw new IllegalArgumentException("a point needs a twin");
        }
        if (name == null || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("point name '" + name + "' is not of the form " + FORM.pattern());
        }
    }

    /** Reads the form {@code twin/point}. */
    public static PointId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("point '" + text + "' is not of the form twin/point");
        }
        return new PointId(new TwinId(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public int compareTo(PointId other) {
        int byTwin = twin.compareTo(other.twin);
        return byTwin != 0 ? byTwin : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return twin.value() + '/' + name;
    }
}
