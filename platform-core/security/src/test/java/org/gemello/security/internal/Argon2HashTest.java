package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gemello.security.internal.Argon2Hash.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HashTest {
    private static final char[] PASSWORD = "correct horse 배터리".toCharArray();
    private static final Cost CHEAP = new Cost(8, 1);

    @Test
    void aHashSurvivesItsTextAndKnowsItsPassword() {
        PasswordHash hash = PasswordHash.parse(Argon2Hash.of(PASSWORD, Cost.RECOMMENDED).format());
        assertThat(hash.matches(PASSWORD)).isTrue();
        assertThat(hash.matches("correct horse 배터지".toCharArray())).isFalse();
        assertThat(hash.format()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(" ");
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        assertThat(Argon2Hash.of(PASSWORD, CHEAP).format()).isNotEqualTo(Argon2Hash.of(PASSWORD, CHEAP).format());
    }

    /** From the tests of the reference implementation, github.com/P-H-C/phc-winner-argon2, src/test.c. */
    @Test
    void itIsTheStandardsFunction() {
        PasswordHash hash = PasswordHash.parse("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        assertThat(hash.matches("password".toCharArray())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$argon2id$", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA", "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
            + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "$argon2id$v=19$m=8,t=0,p=1$c29tZXNhbHRzb21lc2FsdA$"
            + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
