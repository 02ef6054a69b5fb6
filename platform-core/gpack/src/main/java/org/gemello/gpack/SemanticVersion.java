package org.gemello.gpack;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version after Semantic Versioning 2.0.0, ordered as its clause 11 says; build metadata does not count.
 *
 * @param major      breaks
 * @param minor      adds
 * @param patch      repairs
 * @param preRelease identifiers after the hyphen, empty for a release
 */
public record SemanticVersion(int major, int minor, int patch, List<String> preRelease) implements Comparable<SemanticVersion> {
    private static final String IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final String NUMBER = "(0|[1-9]\\d{0,8})";
    /** As in the schema of the manifest. */
    static final String FORM = NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + IDENTIFIER + "(?:\\." + IDENTIFIER
            + ")*))?(?:\\+[0-9A-Za-z.-]+)?";
    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final int LONGEST = 64;

    public SemanticVersion {
        preRelease = List.copyOf(preRelease);
    }

    /** True where the text is one, of at most 64 characters. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }

    /** @throws IllegalArgumentException where the text is none */
    public static SemanticVersion parse(String text) {
        Matcher match = PATTERN.matcher(text);
        if (text.length() > LONGEST || !match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no semantic version; write one such as 1.2.0");
        }
        return new SemanticVersion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)),
                match.group(4) == null ? List.of() : List.of(match.group(4).split("\\.")));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int byNumbers = Integer.compare(major, other.major);
        byNumbers = byNumbers != 0 ? byNumbers : Integer.compare(minor, other.minor);
        byNumbers = byNumbers != 0 ? byNumbers : Integer.compare(patch, other.patch);
        if (byNumbers != 0 || preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return byNumbers != 0 ? byNumbers : Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        int both = Math.min(preRelease.size(), other.preRelease.size());
        for (int i = 0; i < both; i++) {
            int order = compareIdentifiers(preRelease.get(i), other.preRelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    /** Numbers come before words; numbers by value, however long they are. */
    private static int compareIdentifiers(String a, String b) {
        boolean numberA = a.chars().allMatch(Character::isDigit);
        boolean numberB = b.chars().allMatch(Character::isDigit);
        if (numberA && numberB) {
            int byLength = Integer.compare(a.length(), b.length());
            return byLength != 0 ? byLength : a.compareTo(b);
        }
        return numberA == numberB ? a.compareTo(b) : numberA ? -1 : 1;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease));
    }
}
