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
 * {@code [4].name}. Indices count from 0.
 */
record ValuePath(List<Step> steps) {
    static final ValuePath WHOLE = new ValuePath(List.of());
    private static final Pattern STEP = Pattern.compile("\\G(?:\\[(\\d{1,9}(?:,\\d{1,9})*)]|\\.?([^\\[\\].]+))");

    /** One step inwards: indices, or the name of a field. */
    record Step(int[] indices, String field) {
        boolean isField() {
            return field != null;
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
            if (!index && end > 0 && text.charAt(end) != '.') {
                break;
            }
            steps.add(index ? new Step(Arrays.stream(matcher.group(1).split(",")).mapToInt(Integer::parseInt).toArray(), null)
                    : new Step(null, matcher.group(2)));
            end = matcher.end();
        }
        if (end < text.length()) {
            throw new IllegalArgumentException("what follows '#' must be indices and names of fields, such as '#[3]' or '#drum.levels[2]'");
        }
        return steps.isEmpty() ? WHOLE : new ValuePath(List.copyOf(steps));
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
            value = step.isField() ? Shapes.field(value, step.field(), encoding) : Shapes.element(value, step.indices());
        }
        return value;
    }

    @Override
    public String toString() {
        String text = steps.stream().map(Step::toString).collect(Collectors.joining());
        return '#' + (text.startsWith(".") ? text.substring(1) : text);
    }
}
