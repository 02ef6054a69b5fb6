package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.gemello.testkit.opcua.ServerProtection;
import org.gemello.testkit.opcua.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private static final TestCertificate OPERATOR = TestCertificate.wish("urn:operator").named("operator").selfSigned();
    @TempDir
    private Path folder;

    private SecureSite site() throws Exception {
        ServerProtection protection = new ServerProtection(SecureSite.SERVER).user("operator", "correct horse")
                .user(OPERATOR.certificate()).noAnonymous();
        return new SecureSite(folder.resolve("pki"), protection).trusting(SecureSite.SERVER);
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sign", "SignAndEncrypt"})
    void aUserComesWithAPasswordFromAFile(String mode) throws Exception {
        try (SecureSite site = site().with("security.mode", mode).with("username", "operator")
                .with("passwordFile", file("password", "correct horse\n")).connect()) {
            site.awaitValue();
        }
    }

    @Test
    void aPasswordIsEncryptedForTheServerEvenWhereNothingElseIs() throws Exception {
        try (SecureSite site = site().with("security.policy", "none").with("username", "operator")
                .with("passwordFile", file("password", "correct horse")).connect()) {
            site.awaitValue();
        }
    }

    @Test
    void aWrongPasswordIsSaidToBeWrongAndNotShown() throws Exception {
        try (SecureSite site = site().with("username", "operator").with("passwordFile", file("password", "battery staple")).connect()) {
            assertThat(site.awaitRefusal()).contains("Bad_UserAccessDenied").doesNotContain("battery");
        }
    }

    @Test
    void aMissingPasswordFileIsNamed() throws Exception {
        try (SecureSite site = site().with("username", "operator").with("passwordFile", folder.resolve("gone").toString()).connect()) {
            assertThat(site.awaitRefusal()).contains("the password cannot be read", folder.resolve("gone").toString());
        }
    }

    @Test
    void aPasswordMayComeFromAnEnvironmentVariable() throws Exception {
        String set = System.getenv("PATH");
        ServerProtection protection = new ServerProtection(SecureSite.SERVER).user("operator", set).noAnonymous();
        try (SecureSite site = new SecureSite(folder.resolve("pki"), protection).trusting(SecureSite.SERVER).with("username", "operator")
                .with("passwordVariable", "PATH").connect()) {
            site.awaitValue();
        }
        try (SecureSite site = site().with("username", "operator").with("passwordVariable", "GEMELLO_NO_SUCH_PASSWORD").connect()) {
            assertThat(site.awaitRefusal()).contains("the environment variable GEMELLO_NO_SUCH_PASSWORD with the password is not set");
        }
    }

    @Test
    void anExpiredCertificateOfOurOwnIsNamedWhereAServerRefusesUs() throws Exception {
        Instant now = Instant.now();
        TestCertificate expired = TestCertificate.wish("urn:here:gemello:opcua").valid(now.minus(Duration.ofDays(30)),
                now.minus(Duration.ofDays(1))).selfSigned();
        Path own = Files.createDirectories(folder.resolve("pki/own"));
        Files.write(own.resolve("certificate.der"), SecureSite.encoded(expired));
        Files.writeString(own.resolve("key.pem"), pem("PRIVATE KEY", expired.keys().getPrivate().getEncoded()));
        try (SecureSite site = site().with("username", "operator").with("passwordFile", file("password", "battery staple")).connect()) {
            assertThat(site.awaitRefusal()).contains("Bad_UserAccessDenied", "own certificate",
                    SecureSite.thumbprint(expired), "not now", own.toString());
        }
        try (SecureSite site = site().with("username", "operator").with("passwordFile", file("password", "correct horse")).connect()) {
            site.awaitValue(); // this server takes it
        }
    }

    @Test
    void nobodyInParticularIsNotLetInWhereNamesAreWanted() throws Exception {
        try (SecureSite site = site().connect()) {
            assertThat(site.awaitRefusal()).contains("the server takes no Anonymous identity", "UserName", "Certificate");
        }
    }

    @Test
    void aUserComesWithACertificateInPem() throws Exception {
        String pem = pem("CERTIFICATE", OPERATOR.certificate().getEncoded()) + pem("PRIVATE KEY", OPERATOR.keys().getPrivate().getEncoded());
        try (SecureSite site = site().with("userCertificate", file("operator.pem", pem)).connect()) {
            site.awaitValue();
        }
    }

    @Test
    void aUserComesWithACertificateInPkcs12() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("operator", OPERATOR.keys().getPrivate(), "open sesame".toCharArray(),
                new X509Certificate[] {OPERATOR.certificate()});
        Path p12 = folder.resolve("operator.p12");
        try (OutputStream out = Files.newOutputStream(p12)) {
            store.store(out, "open sesame".toCharArray());
        }
        try (SecureSite site = site().with("userCertificate", p12.toString()).with("passwordFile", file("password", "open sesame")).connect()) {
            site.awaitValue();
        }
    }

    @Test
    void aKeyThatIsNotTheCertificatesIsRefused() throws Exception {
        String pem = pem("CERTIFICATE", OPERATOR.certificate().getEncoded())
                + pem("PRIVATE KEY", TestCertificate.rsa(2048).getPrivate().getEncoded());
        try (SecureSite site = site().with("userCertificate", file("operator.pem", pem)).connect()) {
            assertThat(site.awaitRefusal()).contains("the key does not belong to the certificate");
        }
    }

    @ParameterizedTest
    @CsvSource({"None", "Basic256", "Basic128Rsa15"})
    void aPasswordIsNotSentWhereOthersCouldReadIt(SecurityPolicy policy) {
        EndpointChoice choice = new EndpointChoice(OpcUaSettings.of(new Site("opc.tcp://plc.example:4840").with("security.policy", "best")
                .with("security.mode", "Sign").with("username", "operator").connection("plant").orElseThrow()).security());
        EndpointDescription weak = signing(new UserTokenPolicy("weak", UserTokenType.UserName, null, null, policy.getUri()));
        assertThatThrownBy(() -> choice.user(weak)).hasMessageContaining("use 'security.mode: SignAndEncrypt'");
    }

    @Test
    void aPasswordTravelsUnderTheBestPolicyThatIsOffered() throws Exception {
        EndpointChoice choice = new EndpointChoice(OpcUaSettings.of(new Site("opc.tcp://plc.example:4840").with("security.policy", "best")
                .with("security.mode", "Sign").with("username", "operator").connection("plant").orElseThrow()).security());
        EndpointDescription both = signing(
                new UserTokenPolicy("clear", UserTokenType.UserName, null, null, SecurityPolicy.None.getUri()),
                new UserTokenPolicy("as the channel", UserTokenType.UserName, null, null, null));
        assertThat(choice.user(both).getPolicyId()).isEqualTo("as the channel");
    }

    private static EndpointDescription signing(UserTokenPolicy... tokens) {
        return new EndpointDescription("opc.tcp://plc.example:4840", null, null, MessageSecurityMode.Sign,
                SecurityPolicy.Basic256Sha256.getUri(), tokens, TransportProfile.TCP_UASC_UABINARY.getUri(), Unsigned.ubyte(1));
    }

    private static String pem(String what, byte[] der) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
