package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.gemello.api.Role;
import org.junit.jupiter.api.Test;

class LoginMemoryTest {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private final MovedClock clock = new MovedClock();
    private final LoginMemory memory = new LoginMemory(clock);
    private final User olga = new User("olga", Set.of(Role.VIEWER), Argon2Hash.ofNobody(new Argon2Hash.Cost(8, 1)), SecondFactor.NONE);

    @Test
    void itKnowsTheSameLoginUntilItsTimeIsOver() {
        assertThat(memory.knows(olga, PASSWORD)).isFalse();
        memory.add(olga, PASSWORD);
        assertThat(memory.knows(olga, PASSWORD)).isTrue();
        assertThat(memory.knows(olga, "correct horse batterz".toCharArray())).isFalse();
        clock.forward(LoginMemory.TIME);
        assertThat(memory.knows(olga, PASSWORD)).isFalse();
    }

    @Test
    void aUserOfTheSameNameIsAnotherUser() {
        memory.add(olga, PASSWORD);
        assertThat(memory.knows(new User("olga", Set.of(Role.VIEWER), Argon2Hash.ofNobody(new Argon2Hash.Cost(8, 1)), SecondFactor.NONE), PASSWORD)).isFalse();
    }
}
