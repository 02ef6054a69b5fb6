package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;

/**
 * A place within an array or a structure: {@code [3]}, {@code [1,2]} in a matrix, {@code speed}, {@code drum.levels[2]},
 * {@code [4].name}. Indices count from 0. {@code []} at the end is the whole array of numbers, as the text of a JSON array.
 */
record ValuePath(List<Step> steps) {
    static final ValuePath WHOLE = new ValuePath(List.of());
    private static final Pattern STEP = Pattern.compile("\\G(?:\\[(|\\d{1,9}(?:,\\d{1,9})*)]|\\.?([^\\[\\].]+))");

    /** One step inwards: indices, none of which is the array as text, or the name of a field. */
    record Step(int[] indices, String field) {
        boolean isField() {
            return field != null;
        }

        boolean isText() {
            return !isField() && indices.length == 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Step step && Arrays.equals(indices, step.indices) && java.util.Objects.equals(field, step.field);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(indices) + java.util.Objects.hashCode(field);
        }

        @Override
        public String toString() {
            return isField() ? '.' + field : Arrays.toString(indices).replace(" ", "");
        }
    }

    /** @throws IllegalArgumentException where it is none */
    static ValuePath parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int end = 0;
        while (matcher.find()) {
            boolean index = matcher.group(1) != null;
            boolean afterText = !steps.isEmpty() && steps.get(steps.size() - 1).isText();
            if (afterText || !index && end > 0 && text.charAt(end) != '.') {
                break;
            }
            steps.add(index ? new Step(indices(matcher.group(1)), null) : new Step(null, matcher.group(2)));
            end = matcher.end();
        }
        if (end < text.length()) {
            throw new IllegalArgumentException("what follows '#' must be indices and names of fields, such as '#[3]', '#drum.levels[2]' or,"
                    + " for a whole array as text, '#[]'");
        }
        return steps.isEmpty() ? WHOLE : new ValuePath(List.copyOf(steps));
    }

    private static int[] indices(String text) {
        return text.isEmpty() ? new int[0] : Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    boolean isWhole() {
        return steps.isEmpty();
    }

    boolean hasFields() {
        return steps.stream().anyMatch(Step::isField);
    }

    /**
     * The value at this place; null where there is no value at all.
     *
     * @throws IllegalArgumentException where the value has another shape; the message says which
     */
    Object in(Object raw, EncodingContext encoding) {
        Object value = raw;
        for (Step step : steps) {
            if (value == null) {
                return null;
            }
            value = step.isField() ? Shapes.field(value, step.field(), encoding)
                    : step.isText() ? ArrayText.of(value) : Shapes.element(value, step.indices());
        }
        return value;
    }

    @Override
    public String toString() {
        String text = steps.stream().map(Step::toString).collect(Collectors.joining());
        return '#' + (text.startsWith(".") ? text.substring(1) : text);
    }
}
