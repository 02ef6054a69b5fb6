package org.gemello.rest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gemello.rest.internal.AlarmsResource;
import org.gemello.rest.internal.ConnectionsResource;
import org.gemello.rest.internal.HistoryResource;
import org.gemello.rest.internal.JobsResource;
import org.gemello.rest.internal.ProposalsResource;
import org.gemello.rest.internal.SamplesResource;
import org.gemello.rest.internal.TwinsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainConstraintsTest {
    private static final List<String> TEXTS = List.of("", "wt-01", "WTUR.W", "*", "true", "false", "maybe", "Ä/..", "2026-03-01", "x".repeat(63), "x".repeat(64),
            "x".repeat(65), "x".repeat(128), "x".repeat(300), "x".repeat(5_000));
    private static final List<Integer> NUMBERS = List.of(Integer.MIN_VALUE, -1, 0, 1, 2, 50, 999, 1_000, 1_001, 10_000, 100_000, Integer.MAX_VALUE);
    private final ContractValidator validator = new ContractValidator();

    static Stream<Object> resources() {
        return Stream.of(new TwinsResource(null, null, null, null), new HistoryResource(null, null, null), new AlarmsResource(null, null, null),
                new ProposalsResource(null, null, null), new SamplesResource(null, null, null), new JobsResource(null, null, null),
                new ConnectionsResource(null, null));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void neverCallGoodWhatTheEngineRefuses(Object resource) {
        Random random = new Random(11);
        for (Method method : operations(resource)) {
            PlainConstraints plain = plain(method);
            for (int i = 0; i < 60; i++) {
                Object[] arguments = Arrays.stream(method.getParameterTypes()).map(type -> any(type, random)).toArray();
                boolean good = validator.forExecutables().validateParameters(resource, method, arguments).isEmpty();
                assertThat(good || !plain.hold(arguments)).as("%s%s", method.getName(), Arrays.toString(arguments)).isTrue();
            }
        }
    }

    private static List<Method> operations(Object resource) {
        return Arrays.stream(resource.getClass().getDeclaredMethods()).filter(method -> (method.getModifiers() & 1) != 0 && !method.isSynthetic()).toList();
    }

    private PlainConstraints plain(Method method) {
        return PlainConstraints.of(validator.getConstraintsForClass(method.getDeclaringClass())
                .getConstraintsForMethod(method.getName(), method.getParameterTypes()));
    }

    private static Object any(Class<?> type, Random random) {
        if (random.nextInt(4) == 0 || type != String.class && type != Integer.class && type != List.class) {
            return null;
        }
        if (type == List.class) {
            return random.ints(random.nextInt(10), 0, TEXTS.size()).mapToObj(TEXTS::get).toList();
        }
        return type == String.class ? TEXTS.get(random.nextInt(TEXTS.size())) : NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    @Test
    void callUsualRequestsGood() throws NoSuchMethodException {
        PlainConstraints state = plain(TwinsResource.class.getMethod("getState", String.class, java.time.Instant.class));

        assertThat(state.hold(new Object[] {"wt-01", null})).isTrue();
        assertThat(state.hold(new Object[] {"WT 01", null})).isFalse();
    }

    @Test
    void callListsGoodThatAreNotAskedFor() {
        Method operation = operations(new TwinsResource(null, null, null, null)).stream().filter(method -> method.getName().equals("listTwins"))
                .findFirst().orElseThrow();
        PlainConstraints twins = plain(operation);

        assertThat(twins.hold(arguments(operation, List.of()))).isTrue();
        assertThat(twins.hold(arguments(operation, List.of("no condition")))).isFalse();
    }

    private static Object[] arguments(Method operation, List<String> lists) {
        return Arrays.stream(operation.getParameterTypes()).map(type -> type == List.class ? lists : null).toArray();
    }
}
