package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.Session;
import org.junit.jupiter.api.Test;

class SessionTableTest {
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));
    private static final Caller EVE = new Caller("eve", Set.of(Role.VIEWER));
    private final MovedClock clock = new MovedClock();
    private final SessionTable table = new SessionTable(clock, Duration.ofMinutes(30), Duration.ofHours(12));

    @Test
    void aTokenProvesItsSessionAndNoOtherTextDoes() {
        String token = table.open(OLGA);
        Session session = table.find(token).orElseThrow();

        assertThat(session.caller()).isEqualTo(OLGA);
        assertThat(token).hasSize(43);
        assertThat(session.csrf()).hasSize(43).isNotEqualTo(token);
        assertThat(session.id()).hasSize(64).doesNotContain(token);
        assertThat(table.find(token.substring(1))).isEmpty();
        assertThat(table.find(session.id())).isEmpty();
        assertThat(table.find("")).isEmpty();
    }

    @Test
    void theTokenAndTheCsrfTokenComeIntoNoLog() {
        String token = table.open(OLGA);
        Session session = table.find(token).orElseThrow();
        assertThat(session.toString()).contains("olga").doesNotContain(token, session.csrf());
    }

    @Test
    void aSessionEndsWhereItIsNotUsed() {
        String token = table.open(OLGA);
        clock.forward(Duration.ofMinutes(29));
        Session session = table.find(token).orElseThrow();
        clock.forward(Duration.ofMinutes(29));
        assertThat(table.isOpen(session)).as("used 29 minutes ago").isTrue();
        clock.forward(Duration.ofMinutes(1));
        assertThat(table.isOpen(session)).as("to ask whether it is open is no use of it").isFalse();
        assertThat(table.find(token)).isEmpty();
    }

    @Test
    void aBusySessionEndsAfterItsLongestTime() {
        String token = table.open(OLGA);
        for (int i = 0; i < 12 * 3 - 1; i++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(table.find(token)).isPresent();
        }
        clock.forward(Duration.ofMinutes(20));
        assertThat(table.find(token)).isEmpty();
    }

    @Test
    void endedSessionsAreGone() {
        String token = table.open(OLGA);
        table.end(table.find(token).orElseThrow());
        assertThat(table.find(token)).isEmpty();

        String first = table.open(OLGA);
        String second = table.open(OLGA);
        String other = table.open(EVE);
        table.endAll("olga");
        assertThat(table.find(first)).isEmpty();
        assertThat(table.find(second)).isEmpty();
        assertThat(table.find(other)).isPresent();
        assertThat(table.sessions()).extracting(Session::caller).containsExactly(EVE);
    }

    @Test
    void aUserHasABoundedNumberAndTheOneUsedLongestAgoMakesRoom() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < SessionTable.MOST_PER_USER; i++) {
            tokens.add(table.open(OLGA));
        }
        assertThat(table.find(tokens.get(0))).isPresent();
        tokens.add(table.open(OLGA));

        assertThat(table.find(tokens.get(1))).isEmpty();
        assertThat(table.find(tokens.get(0))).isPresent();
        assertThat(table.find(tokens.get(16))).isPresent();
        assertThat(table.sessions()).hasSize(SessionTable.MOST_PER_USER);
    }

    @Test
    void allTogetherAreBounded() {
        String first = table.open(OLGA);
        for (int i = 0; i < SessionTable.MOST; i++) {
            table.open(new Caller("user-" + i, Set.of(Role.VIEWER)));
        }
        assertThat(table.sessions()).hasSize(SessionTable.MOST);
        assertThat(table.find(first)).isEmpty();
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new SessionTable(clock, Duration.ZERO, Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionTable(clock, Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PT1H");
    }
}
