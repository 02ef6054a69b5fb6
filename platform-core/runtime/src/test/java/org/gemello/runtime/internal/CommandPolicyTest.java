package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.twin.TwinModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandPolicyTest {
    private static final TwinModel MODEL = new CounterType().model();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Optional<String> judge(Role role, String name, Map<String, Double> arguments, double present, Instant last) {
        return CommandPolicy.objection(new Caller("olga", Set.of(role)), MODEL, name, arguments, Duration.ofSeconds(5), point -> present, last, NOW);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyOperatorsAndAboveMayCommand(Role role) {
        assertThat(judge(role, "set-limit", Map.of("limit", 3000.0), 4000, null).isEmpty()).isEqualTo(role != Role.VIEWER && role != Role.VENDOR);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "5000,true", "-0.1,false", "5000.1,false", "NaN,false", "Infinity,false"})
    void theValueMustBeWithinTheRange(double value, boolean allowed) {
        assertThat(judge(Role.OPERATOR, "set-limit", Map.of("limit", value), 2500, null).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"2500,5000,true", "2499,5000,false", "3000,NaN,false"})
    void theStepAgainstThePresentValueIsLimitedAndAnUnknownOneIsRefused(double value, double present, boolean allowed) {
        assertThat(judge(Role.OPERATOR, "set-limit", Map.of("limit", value), present, null).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "199,false", "200,true"})
    void oneCommandMustNotFollowAnotherTooSoon(long millis, boolean allowed) {
        assertThat(judge(Role.OPERATOR, "set-limit", Map.of("limit", 3000.0), 4000, NOW.minusMillis(millis)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void whatTheModelDoesNotKnowIsRefusedByName() {
        assertThat(judge(Role.OPERATOR, "explode", Map.of(), 0, null)).hasValueSatisfying(why -> assertThat(why).contains("explode", "set-limit"));
        assertThat(judge(Role.OPERATOR, "set-limit", Map.of(), 0, null)).hasValueSatisfying(why -> assertThat(why).contains("limit", "missing"));
        assertThat(judge(Role.OPERATOR, "set-limit", Map.of("limit", 1.0, "speed", 2.0), 0, null))
                .hasValueSatisfying(why -> assertThat(why).contains("speed"));
    }

    @ParameterizedTest
    @CsvSource({"PT0.099S,false", "PT0.1S,true", "PT10M,true", "PT10M0.001S,false"})
    void theTimeToLiveIsBounded(Duration life, boolean allowed) {
        assertThat(CommandPolicy.objection(new Caller("olga", Set.of(Role.OPERATOR)), MODEL, "set-limit", Map.of("limit", 3000.0), life,
                point -> 4000, null, NOW).isEmpty()).isEqualTo(allowed);
    }
}
