package org.gemello.rest.internal.event;

/**
 * A pattern of names: {@code *} stands for any number of characters, {@code ?} for one. Matching takes at most the product of the two
 * lengths, whatever the pattern.
 *
 * @param pattern as it was given
 */
record Glob(String pattern) {

    boolean matches(String name) {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < name.length();) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                resume = i;
            } else if (wanted == '?' || wanted == name.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
