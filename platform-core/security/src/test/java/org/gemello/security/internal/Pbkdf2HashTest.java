package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2HashTest {
    /** PBKDF2-HMAC-SHA-512 of "password" with salt "saltSALTsaltSALT", 1 iteration, computed with Python's hashlib.pbkdf2_hmac. */
    @Test
    void itIsTheStandardsFunction() {
        String text = "pbkdf2-sha512:1:c2FsdFNBTFRzYWx0U0FMVA==:"
                + "CnCQyzXBEnGAzgp5Tio1OgBzjTjvdMyNYe5oTBod328pxsITKBYhyzPONl/oQngDAqMy3pnP88pb/IcPoJVulg==";
        PasswordHash hash = PasswordHash.parse(text);
        assertThat(hash.format()).isEqualTo(text);
        assertThat(hash.matches("Password".toCharArray())).isFalse();
        assertThat(hash.matches("password".toCharArray())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "pbkdf2-sha512:0:AAAA:AAAA", "pbkdf2-sha512:99999999:AAAA:AAAA", "md5:1:AAAA:AAAA",
            "pbkdf2-sha512:1:AAAA:AAAA", "pbkdf2-sha512:1:?:?"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
