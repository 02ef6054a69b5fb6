package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemello.testkit.opcua.ServerProtection;
import org.gemello.testkit.opcua.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that tells an address at which it cannot be reached from here. */
class HostNameTest {
    private static final String INTERNAL = "press.internal.invalid";
    @TempDir
    private Path pki;

    private SecureSite site(ServerProtection protection) throws Exception {
        return new SecureSite(pki, protection).trusting(SecureSite.SERVER);
    }

    private static ServerProtection internal() {
        return new ServerProtection(SecureSite.SERVER).announcing(INTERNAL);
    }

    @Test
    void byDefaultTheConfiguredAddressCounts() throws Exception {
        try (SecureSite site = site(internal()).connect()) {
            site.awaitValue();
        }
    }

    @Test
    void theServersAddressIsFollowedWhereThatIsWanted() throws Exception {
        try (SecureSite site = site(internal()).with("hostname", "server").connect()) {
            assertThat(site.awaitRefusal()).contains(INTERNAL);
        }
        try (SecureSite site = site(new ServerProtection(SecureSite.SERVER).announcing("localhost")).with("hostname", "server").connect()) {
            site.awaitValue();
        }
    }

    @Test
    void withoutSecurityNobodySendsUsToAnotherMachine() throws Exception {
        try (SecureSite site = site(internal()).with("security.policy", "none").with("hostname", "server").connect()) {
            assertThat(site.awaitRefusal()).contains("the server sends us to opc.tcp://" + INTERNAL, "may be anybody");
        }
    }

    @Test
    void strictlyBothHaveToBeTheSame() throws Exception {
        try (SecureSite site = site(internal()).with("hostname", "strict").connect()) {
            assertThat(site.awaitRefusal()).contains("announces itself as opc.tcp://" + INTERNAL, "'configured' or 'server'");
        }
        try (SecureSite site = site(new ServerProtection(SecureSite.SERVER)).with("hostname", "strict").connect()) {
            site.awaitValue();
        }
    }

    @Test
    void strictlyTheCertificateHasToNameTheHost() throws Exception {
        TestCertificate elsewhere = TestCertificate.wish(ServerProtection.APPLICATION_URI).forHost("elsewhere").selfSigned();
        try (SecureSite site = new SecureSite(pki, new ServerProtection(elsewhere)).trusting(elsewhere).with("hostname", "strict").connect()) {
            assertThat(site.awaitRefusal()).startsWith("Bad_CertificateHostNameInvalid").contains("[127.0.0.1] but [elsewhere]");
        }
    }
}
