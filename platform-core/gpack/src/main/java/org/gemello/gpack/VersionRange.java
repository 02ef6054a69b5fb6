package org.gemello.gpack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions of packages, as OSGi writes it (OSGi Core 8, 3.2.6): {@code [0.1,0.2)}, or {@code 0.1} for that and all above.
 *
 * @param low      lowest, as three numbers
 * @param openLow  true where {@code low} itself is outside
 * @param high     highest, null for none
 * @param openHigh true where {@code high} itself is outside
 */
public record VersionRange(Numbers low, boolean openLow, Numbers high, boolean openHigh) {
    private static final String VERSION = "(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.[0-9A-Za-z_-]+)?)?)?";
    private static final Pattern ONE = Pattern.compile("\\s*" + VERSION + "\\s*");
    private static final Pattern TWO = Pattern.compile("\\s*([\\[(])\\s*(" + VERSION + ")\\s*,\\s*(" + VERSION + ")\\s*([\\])])\\s*");
    /** What a package without a range accepts. */
    public static final VersionRange ALL = new VersionRange(new Numbers(0, 0, 0), false, null, false);

    /** A version without its qualifier. */
    public record Numbers(int major, int minor, int micro) implements Comparable<Numbers> {
        /** @throws IllegalArgumentException where the text is no version */
        public static Numbers parse(String text) {
            Matcher match = ONE.matcher(text);
            if (!match.matches()) {
                throw new IllegalArgumentException("'" + text + "' is no version; write one such as 0.1.0");
            }
            return new Numbers(number(match.group(1)), number(match.group(2)), number(match.group(3)));
        }

        private static int number(String text) {
            return text == null ? 0 : Integer.parseInt(text);
        }

        @Override
        public int compareTo(Numbers other) {
            int byMajor = Integer.compare(major, other.major);
            int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
            return byMinor != 0 ? byMinor : Integer.compare(micro, other.micro);
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + micro;
        }
    }

    /** @throws IllegalArgumentException where the text is no range, or one that holds nothing */
    public static VersionRange parse(String text) {
        if (ONE.matcher(text).matches()) {
            return new VersionRange(Numbers.parse(text), false, null, false);
        }
        Matcher match = TWO.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no range of versions; write one such as \"[0.1,0.2)\"");
        }
        VersionRange range = new VersionRange(Numbers.parse(match.group(2)), match.group(1).equals("("), Numbers.parse(match.group(6)),
                match.group(10).equals(")"));
        int order = range.low.compareTo(range.high);
        if (order > 0 || order == 0 && (range.openLow || range.openHigh)) {
            throw new IllegalArgumentException("'" + text + "' holds no version; write the lower one first");
        }
        return range;
    }

    /** True where the version lies within. */
    public boolean includes(Numbers version) {
        int low = version.compareTo(this.low);
        int high = this.high == null ? -1 : version.compareTo(this.high);
        return (openLow ? low > 0 : low >= 0) && (openHigh || this.high == null ? high < 0 : high <= 0);
    }

    /** As {@link #includes(Numbers)}, for a version in writing. */
    public boolean includes(String version) {
        return includes(Numbers.parse(version));
    }

    @Override
    public String toString() {
        return high == null ? low.toString() : (openLow ? "(" : "[") + low + "," + high + (openHigh ? ")" : "]");
    }
}
