package org.gemello.rest.internal;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.Sample;
import org.gemello.rest.internal.problem.InvalidRequestException;

/**
 * What the last value of a point must be, such as {@code WTUR.W>=1500}.
 *
 * @param point name within the twin
 * @param sign  one of {@code = != < <= > >=}; numbers are compared as numbers, in the unit of the last value, anything else as text, which only can be
 *              equal or not
 * @param value as it was written
 */
record PointCondition(String point, String sign, String value) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,127})(!=|<=|>=|=|<|>)(.{1,64})");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

    /** @param parameter from which the texts are, for messages; null texts are none */
    static List<PointCondition> of(String parameter, List<String> texts) {
        return texts == null ? List.of() : texts.stream().map(text -> of(parameter, text)).toList();
    }

    private static PointCondition of(String parameter, String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw new InvalidRequestException(parameter, "must be a point, one of = != < <= > >=, and a value, as in WTUR.W>=1500");
        }
        boolean ordered = match.group(2).contains("<") || match.group(2).contains(">");
        if (ordered && !NUMBER.matcher(match.group(3)).matches()) {
            throw new InvalidRequestException(parameter, "'" + match.group(2) + "' compares numbers; write one behind it, or compare with = or !=");
        }
        return new PointCondition(match.group(1), match.group(2), match.group(3));
    }

    /** False where the point has no value. */
    boolean matches(Map<String, Sample> state) {
        Sample sample = state.get(point);
        if (sample == null || sample.value() == null) {
            return false;
        } else if (sample.value() instanceof Number number && NUMBER.matcher(value).matches()) {
            return holds(Double.compare(number.doubleValue(), Double.parseDouble(value)));
        }
        return switch (sign) {
            case "=" -> sample.value().toString().equals(value);
            case "!=" -> !sample.value().toString().equals(value);
            default -> false;
        };
    }

    private boolean holds(int order) {
        return switch (sign) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
