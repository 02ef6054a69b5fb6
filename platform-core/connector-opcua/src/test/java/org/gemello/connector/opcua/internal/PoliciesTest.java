package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.gemello.testkit.opcua.ServerProtection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
    @TempDir
    private static Path pki;

    private static SecureSite site() throws Exception {
        return new SecureSite(pki).trusting(SecureSite.SERVER);
    }

    @ParameterizedTest
    @CsvSource({"Basic256Sha256, Sign", "Basic256Sha256, SignAndEncrypt", "Aes128_Sha256_RsaOaep, Sign",
        "Aes128_Sha256_RsaOaep, SignAndEncrypt", "Aes256_Sha256_RsaPss, Sign", "Aes256_Sha256_RsaPss, SignAndEncrypt"})
    void everyPolicyWorksInBothModes(String policy, String mode) throws Exception {
        try (SecureSite site = site().with("security.policy", policy).with("security.mode", mode).connect()) {
            site.awaitValue();
            assertThat(site.server.sessionProtections()).containsExactly(policy + " " + mode);
        }
    }

    @ParameterizedTest
    @CsvSource({"Basic256", "Basic128Rsa15"})
    void oldPoliciesWorkWhereSomebodyHasSaidSo(String policy) throws Exception {
        try (SecureSite site = site().with("security.policy", policy).with("security.allowDeprecated", "true").connect()) {
            site.awaitValue();
            assertThat(site.server.sessionProtections()).containsExactly(policy + " SignAndEncrypt");
        }
    }

    @Test
    void theBestIsTakenAndNothingWeak() throws Exception {
        try (SecureSite site = site().connect()) {
            site.awaitValue();
            assertThat(site.server.sessionProtections()).containsExactly("Aes256_Sha256_RsaPss SignAndEncrypt");
        }
    }

    @Test
    void aServerWithWeakEndpointsOnlyIsNotConnectedTo() throws Exception {
        ServerProtection weak = new ServerProtection(SecureSite.SERVER)
                .offering(SecurityPolicy.None, SecurityPolicy.Basic256, SecurityPolicy.Basic128Rsa15);
        try (SecureSite site = new SecureSite(pki, weak).connect()) {
            assertThat(site.awaitRefusal()).contains("no security", "Basic256 with SignAndEncrypt", "the connection wants one of",
                    "Aes256_Sha256_RsaPss");
        }
    }

    @Test
    void aModeThatTheServerDoesNotOfferIsNotReplacedByAnother() throws Exception {
        ServerProtection signs = new ServerProtection(SecureSite.SERVER).offering(SecurityPolicy.Basic256Sha256)
                .inModes(MessageSecurityMode.Sign);
        try (SecureSite site = new SecureSite(pki, signs).with("security.policy", "Basic256Sha256").connect()) {
            assertThat(site.awaitRefusal()).contains("the server offers Basic256Sha256 with Sign;",
                    "the connection wants Basic256Sha256 with SignAndEncrypt");
        }
    }
}
