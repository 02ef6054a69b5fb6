package org.gemello.security.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Patterns of names: {@code *} stands for any number of characters, {@code ?} for one, and a {@code !} in front takes names out again. A name
 * matches where one pattern takes it in and none takes it out, in whatever order they are written. No pattern takes in nothing.
 *
 * @param patterns at most {@value #MOST}
 */
public record Globs(List<String> patterns) {
    static final int MOST = 100;
    private static final Pattern FORM = Pattern.compile("!?[A-Za-z0-9._@:*?-]{1,128}");
    private static final char EXCEPT = '!';
    /** Every name. */
    public static final Globs ALL = Globs.of("*");
    public static final Globs NONE = new Globs(List.of());

    /** @throws IllegalArgumentException where a pattern has another form, or all of them only take out */
    public Globs {
        patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            if (!FORM.matcher(pattern).matches()) {
                throw new IllegalArgumentException("pattern '" + pattern + "' is not of the form " + FORM.pattern());
            }
        }
        if (patterns.size() > MOST) {
            throw new IllegalArgumentException("there are " + patterns.size() + " patterns, more than " + MOST);
        } else if (!patterns.isEmpty() && patterns.stream().allMatch(Globs::excepts)) {
            throw new IllegalArgumentException("patterns " + patterns + " take nothing in; put '*' before what they take out");
        }
    }

    public static Globs of(String... patterns) {
        return new Globs(List.of(patterns));
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    public boolean matches(String name) {
        boolean in = false;
        for (String pattern : patterns) {
            if (excepts(pattern)) {
                if (matches(pattern, 1, name)) {
                    return false;
                }
            } else {
                in = in || matches(pattern, 0, name);
            }
        }
        return in;
    }

    private static boolean excepts(String pattern) {
        return pattern.charAt(0) == EXCEPT;
    }

    /** Where a {@code *} took too little it takes one character more: at most pattern times name steps, whatever the pattern. */
    private static boolean matches(String pattern, int begin, String name) {
        int p = begin;
        int n = 0;
        int star = -1;
        int taken = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                taken = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
