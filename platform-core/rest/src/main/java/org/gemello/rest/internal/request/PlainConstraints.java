package org.gemello.rest.internal.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.MethodDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The constraints of one operation, made ready once: a quick look at what a call is given. It never calls good what the validation engine would
 * refuse; what it does not call good, or does not understand, is the engine's to judge.
 */
final class PlainConstraints {
    private final List<Predicate<Object>> parameters;

    private PlainConstraints(List<Predicate<Object>> parameters) {
        this.parameters = parameters;
    }

    /** @param method null for one without any constraint */
    static PlainConstraints of(MethodDescriptor method) {
        if (method == null) {
            return new PlainConstraints(List.of());
        }
        boolean whole = method.getCrossParameterDescriptor().hasConstraints();
        return new PlainConstraints(method.getParameterDescriptors().stream()
                .map(parameter -> whole ? never() : plain(parameter)).toList());
    }

    private static Predicate<Object> never() {
        return value -> false;
    }

    private static Predicate<Object> plain(ParameterDescriptor parameter) {
        Predicate<Object> given = parameter.isCascaded() ? never() : elements(parameter.getConstrainedContainerElementTypes());
        Predicate<Object> absent = value -> true;
        for (ConstraintDescriptor<?> constraint : parameter.getConstraintDescriptors()) {
            if (constraint.getAnnotation() instanceof NotNull) {
                absent = never();
            } else {
                given = given.and(constraint.getComposingConstraints().isEmpty() ? plain(constraint.getAnnotation()) : never());
            }
        }
        Predicate<Object> whenGiven = given;
        Predicate<Object> whenAbsent = absent;
        return value -> (value == null ? whenAbsent : whenGiven).test(value);
    }

    /** A list that is not asked for comes empty; what another one holds is the engine's to judge. */
    private static Predicate<Object> elements(Set<ContainerElementTypeDescriptor> constrained) {
        return constrained.isEmpty() ? value -> true : value -> value instanceof Collection<?> list && list.isEmpty();
    }

    private static Predicate<Object> plain(Annotation constraint) {
        if (constraint instanceof Pattern pattern && pattern.flags().length == 0) {
            java.util.regex.Pattern compiled = java.util.regex.Pattern.compile(pattern.regexp());
            return value -> value instanceof String text && compiled.matcher(text).matches();
        } else if (constraint instanceof Size size) {
            return value -> size.min() <= size(value) && size(value) <= size.max();
        } else if (constraint instanceof Min min) {
            return value -> (value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= min.value();
        } else if (constraint instanceof Max max) {
            return value -> (value instanceof Integer || value instanceof Long) && ((Number) value).longValue() <= max.value();
        }
        return never();
    }

    /** Of a text or a list; of anything else -1, which no constraint allows. */
    private static int size(Object value) {
        return value instanceof String text ? text.length() : value instanceof Collection<?> list ? list.size() : -1;
    }

    boolean hold(Object[] arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            if (!parameters.get(i).test(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
