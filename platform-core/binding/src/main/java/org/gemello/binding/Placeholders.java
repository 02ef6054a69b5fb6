package org.gemello.binding;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in braces that stand for a part of a place, such as <code>{machine}</code>: a letter, then letters, digits and {@code _}. */
public final class Placeholders {
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,31})}");

    private Placeholders() {
    }

    public static boolean in(String text) {
        return text.indexOf('{') >= 0 && WORD.matcher(text).find();
    }

    /** The text with every placeholder replaced by what {@code value} gives for its word. */
    public static String fill(String text, UnaryOperator<String> value) {
        return WORD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }
}
