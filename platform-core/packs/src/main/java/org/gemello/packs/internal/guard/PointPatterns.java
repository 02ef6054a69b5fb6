package org.gemello.packs.internal.guard;

import java.util.List;
import java.util.regex.Pattern;
import org.gemello.api.PointId;

/** Patterns {@code twin/point} of a grant; {@code *} stands for any text within a part. */
final class PointPatterns {
    private final List<Pattern> patterns;

    PointPatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(PointPatterns::pattern).toList();
    }

    private static Pattern pattern(String text) {
        StringBuilder expression = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : "[^/]*").append(Pattern.quote(part));
        }
        return Pattern.compile(expression.toString());
    }

    boolean cover(PointId point) {
        String name = point.toString();
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
