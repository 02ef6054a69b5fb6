package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    @Test
    void aHashSurvivesItsTextAndKnowsItsPassword() {
        PasswordHash hash = PasswordHash.parse(PasswordHash.of(PASSWORD, PasswordHash.ITERATIONS).format());
        assertThat(hash.matches(PASSWORD)).isTrue();
        assertThat(hash.matches("correct horse batterz".toCharArray())).isFalse();
        assertThat(hash.format()).startsWith("pbkdf2-sha512:210000:");
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        assertThat(PasswordHash.of(PASSWORD, 1).format()).isNotEqualTo(PasswordHash.of(PASSWORD, 1).format());
    }

    /** PBKDF2-HMAC-SHA-512 of "password" with salt "saltSALTsaltSALT", 1 iteration, computed with Python's hashlib.pbkdf2_hmac. */
    @Test
    void itIsTheStandardsFunction() {
        PasswordHash hash = PasswordHash.parse("pbkdf2-sha512:1:c2FsdFNBTFRzYWx0U0FMVA==:"
                + "CnCQyzXBEnGAzgp5Tio1OgBzjTjvdMyNYe5oTBod328pxsITKBYhyzPONl/oQngDAqMy3pnP88pb/IcPoJVulg==");
        assertThat(hash.matches("password".toCharArray())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "pbkdf2-sha512:0:AAAA:AAAA", "pbkdf2-sha512:99999999:AAAA:AAAA", "md5:1:AAAA:AAAA",
            "pbkdf2-sha512:1:AAAA:AAAA", "pbkdf2-sha512:1:?:?"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
