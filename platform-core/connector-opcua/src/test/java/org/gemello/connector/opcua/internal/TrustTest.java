package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.gemello.api.connection.CertificateTrust.Standing;
import org.gemello.api.connection.ConnectionState;
import org.gemello.connector.opcua.internal.pki.CertificateDemands;
import org.gemello.connector.opcua.internal.pki.Certificates;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.gemello.testkit.opcua.ServerProtection;
import org.gemello.testkit.opcua.TestAuthority;
import org.gemello.testkit.opcua.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrustTest {
    @TempDir
    private Path pki;

    @Test
    void anUnknownServerIsRejectedApprovedAndRevokedWithoutARestart() throws Exception {
        try (SecureSite site = new SecureSite(pki).connect()) {
            String thumbprint = SecureSite.thumbprint(SecureSite.SERVER);
            assertThat(site.awaitRefusal()).startsWith("Bad_CertificateUntrusted").contains(thumbprint, "not trusted", "approve it",
                    pki.resolve("trusted/certs").toString());
            assertThat(site.thumbprints(Standing.REJECTED)).containsExactly(thumbprint);

            site.trust.approve(thumbprint);
            assertThat(site.thumbprints(Standing.TRUSTED)).containsExactly(thumbprint);
            assertThat(site.thumbprints(Standing.REJECTED)).isEmpty();
            site.awaitValue();

            site.trust.revoke(thumbprint);
            assertThat(site.awaitRefusal()).contains(thumbprint, "not trusted");
            await().untilAsserted(() -> assertThat(site.server.sessionProtections()).isEmpty());
            assertThat(site.thumbprints(Standing.REJECTED)).containsExactly(thumbprint);
        }
    }

    @Test
    void revokingAnotherServerDisturbsNobody() throws Exception {
        TestCertificate other = TestCertificate.wish("urn:other").selfSigned();
        try (SecureSite site = new SecureSite(pki).trusting(SecureSite.SERVER)) {
            Files.write(pki.resolve("trusted/certs/other.der"), SecureSite.encoded(other));
            site.connect().awaitValue();
            Instant since = site.view().since();
            site.trust.revoke(SecureSite.thumbprint(other));
            site.server.add("later", 1.0);
            assertThat(site.view().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(site.view().since()).isEqualTo(since);
        }
    }

    static Stream<Arguments> wrongCertificates() {
        TestCertificate.Wish good = TestCertificate.wish(ServerProtection.APPLICATION_URI);
        Instant now = Instant.now();
        return Stream.of(
                Arguments.of("Bad_CertificateTimeInvalid", "not now", TestCertificate.wish(ServerProtection.APPLICATION_URI)
                        .valid(now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(1))).selfSigned()),
                Arguments.of("Bad_CertificateTimeInvalid", "or a clock is wrong", TestCertificate.wish(ServerProtection.APPLICATION_URI)
                        .valid(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(30))).selfSigned()),
                Arguments.of("Bad_CertificateUriInvalid", "was made for 'urn:somebody:else'",
                        TestCertificate.wish("urn:somebody:else").selfSigned()),
                Arguments.of("Bad_CertificateUseNotAllowed", "was not made for an OPC UA server",
                        TestCertificate.wish(ServerProtection.APPLICATION_URI).forSigningOnly().selfSigned()),
                Arguments.of("Bad_CertificatePolicyCheckFailed", "a key of 1024 bits",
                        TestCertificate.wish(ServerProtection.APPLICATION_URI).keyBits(1024).selfSigned()),
                Arguments.of("Bad_CertificatePolicyCheckFailed", "is signed with SHA1withRSA",
                        good.signedWith("SHA1withRSA").selfSigned()));
    }

    @ParameterizedTest
    @MethodSource("wrongCertificates")
    void aTrustedCertificateHasToBeRightAllTheSame(String status, String sentence, TestCertificate wrong) throws Exception {
        try (SecureSite site = new SecureSite(pki, new ServerProtection(wrong)).trusting(wrong).connect()) {
            assertThat(site.awaitRefusal()).startsWith(status).contains(sentence, SecureSite.thumbprint(wrong));
        }
    }

    @Test
    void whatAnAuthorityHasIssuedIsTrustedUntilItIsRevoked() throws Exception {
        TestAuthority authority = new TestAuthority("Plant authority");
        TestCertificate issued = authority.issue(TestCertificate.wish(ServerProtection.APPLICATION_URI).named("Press"));
        try (SecureSite site = new SecureSite(pki, new ServerProtection(issued))) {
            site.put("trusted/certs", authority.certificate().getEncoded()).connect();
            assertThat(site.awaitRefusal()).startsWith("Bad_CertificateRevocationUnknown")
                    .contains("put the present revocation list of 'O=Gemello,CN=Plant authority' into", "security.revocationLists: optional");
            site.put("issuers/crl", authority.revocationList());
            site.awaitValue();
        }
        authority.revoke(issued.certificate());
        try (SecureSite site = new SecureSite(pki, new ServerProtection(issued)).put("issuers/crl", authority.revocationList()).connect()) {
            assertThat(site.awaitRefusal()).startsWith("Bad_CertificateRevoked").contains("was revoked by its issuer");
        }
    }

    @Test
    void whoseIssuerIsRevokedIsLeftAtOnce() throws Exception {
        TestAuthority authority = new TestAuthority("Plant authority");
        TestCertificate issued = authority.issue(TestCertificate.wish(ServerProtection.APPLICATION_URI).named("Press"));
        try (SecureSite site = new SecureSite(pki, new ServerProtection(issued))) {
            site.put("trusted/certs", authority.certificate().getEncoded()).put("issuers/crl", authority.revocationList()).connect();
            site.awaitValue();
            String thumbprint = Certificates.thumbprint(authority.certificate());
            site.trust.revoke(thumbprint);
            assertThat(site.awaitRefusal()).startsWith("Bad_CertificateUntrusted").contains(SecureSite.thumbprint(issued));
            await().untilAsserted(() -> assertThat(site.server.sessionProtections()).isEmpty());
            assertThat(site.thumbprints(Standing.REJECTED)).contains(thumbprint);

            site.trust.approve(thumbprint);
            site.awaitValue();
        }
    }

    @Test
    void revocationListsMayBeLeftOut() throws Exception {
        TestAuthority authority = new TestAuthority("Plant authority");
        TestCertificate issued = authority.issue(TestCertificate.wish(ServerProtection.APPLICATION_URI).named("Press"));
        try (SecureSite site = new SecureSite(pki, new ServerProtection(issued))) {
            site.put("trusted/certs", authority.certificate().getEncoded()).with("security.revocationLists", "optional").connect();
            site.awaitValue();
        }
    }

    @Test
    void anApprovedCertificateOfAnUnknownIssuerSaysWhatIsMissing() throws Exception {
        TestAuthority authority = new TestAuthority("Plant authority");
        TestCertificate issued = authority.issue(TestCertificate.wish(ServerProtection.APPLICATION_URI).named("Press"));
        try (SecureSite site = new SecureSite(pki, new ServerProtection(issued)).trusting(issued).connect()) {
            assertThat(site.awaitRefusal()).contains("is trusted, but who has issued it is not known",
                    "O=Gemello,CN=Plant authority", pki.resolve("issuers/certs").toString());
        }
    }

    @Test
    void theOwnCertificateIsMadeOnceAndItsKeyIsNobodyElsesBusiness() throws Exception {
        TrustList first = new TrustList(pki.resolve("new"));
        String thumbprint = first.certificates().get(0).thumbprint();
        TrustList second = new TrustList(pki.resolve("new"));
        assertThat(second.certificates()).singleElement().satisfies(own -> {
            assertThat(own.standing()).isEqualTo(Standing.OWN);
            assertThat(own.thumbprint()).isEqualTo(thumbprint).matches("[0-9a-f]{40}");
            assertThat(own.applicationUri()).startsWith("urn:").endsWith(":gemello:opcua");
        });
        assertThat(Files.getPosixFilePermissions(pki.resolve("new/own/key.pem"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(pki.resolve("new/own"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(second.own().certificate().getSubjectAlternativeNames()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(second.own().certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
    }

    @Test
    void aServerWithAlwaysAnotherCertificateDoesNotFillTheDisk() throws Exception {
        TrustList list = new TrustList(pki);
        Path rejected = Files.createDirectories(pki.resolve("rejected"));
        for (int i = 0; i < 150; i++) {
            Files.write(rejected.resolve("earlier-" + i + ".der"), SecureSite.encoded(SecureSite.SERVER));
        }
        TestCertificate one = TestCertificate.wish("urn:one").selfSigned();
        assertThatThrownBy(() -> list.validator(CertificateDemands.STRONG).validateCertificateChain(one.chain(), null, null))
                .hasMessageContaining("not trusted");
        try (Stream<Path> files = Files.list(rejected)) {
            assertThat(files).hasSize(100).contains(rejected.resolve(SecureSite.thumbprint(one) + ".der"));
        }
    }

    @Test
    void whatIsNotThereCanBeNeitherApprovedNorRevoked() {
        TrustList list = new TrustList(pki);
        assertThatThrownBy(() -> list.approve("00")).isInstanceOf(NoSuchElementException.class).hasMessageContaining("00");
        assertThatThrownBy(() -> list.revoke("../own/key")).isInstanceOf(NoSuchElementException.class);
    }
}
