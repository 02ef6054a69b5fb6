package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemello.testkit.opcua.ServerProtection;
import org.gemello.testkit.opcua.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of endpoints comes over an open channel, so somebody on the way can change it; the signed session betrays that. */
class ManInTheMiddleTest {
    @TempDir
    private Path pki;

    @Test
    void anHonestWireIsNoHindrance() throws Exception {
        try (SecureSite site = new SecureSite(pki).trusting(SecureSite.SERVER);
                Forger wire = new Forger(site.server.port(), "not there", "all there")) {
            through(site, wire);
            site.awaitValue();
        }
    }

    @Test
    void aListFromWhichTheBestPolicyIsTakenIsRefused() throws Exception {
        try (SecureSite site = new SecureSite(pki).trusting(SecureSite.SERVER);
                Forger wire = new Forger(site.server.port(), "#Aes256_Sha256_RsaPss", "#Aes256_Sha256_Unherd")) {
            assertRefused(through(site, wire));
        }
    }

    @Test
    void aListWithAnotherAddressIsRefused() throws Exception {
        try (SecureSite site = new SecureSite(pki).trusting(SecureSite.SERVER);
                Forger wire = new Forger(site.server.port(), "opc.tcp://127.0.0.1:", "opc.tcp://127.0.0.9:")) {
            assertRefused(through(site, wire));
        }
    }

    @Test
    void aListWithAnotherApplicationIsRefused() throws Exception {
        // with its length before it, as in a message; within the certificate it stands too, and there it stays
        String application = (char) ServerProtection.APPLICATION_URI.length() + "\0\0\0" + ServerProtection.APPLICATION_URI;
        try (SecureSite site = new SecureSite(pki).trusting(SecureSite.SERVER);
                Forger wire = new Forger(site.server.port(), application, application.replace("server", "SERVER"))) {
            assertThat(through(site, wire).awaitRefusal()).contains("was made for '" + ServerProtection.APPLICATION_URI + "'",
                    "the server calls itself '");
        }
    }

    @Test
    void aServerOfTheirOwnIsNotTrusted() throws Exception {
        TestCertificate theirs = TestCertificate.wish(ServerProtection.APPLICATION_URI).selfSigned();
        try (SecureSite site = new SecureSite(pki, new ServerProtection(theirs)).trusting(SecureSite.SERVER).connect()) {
            assertThat(site.awaitRefusal()).contains("not trusted", SecureSite.thumbprint(theirs));
        }
    }

    private static SecureSite through(SecureSite site, Forger wire) throws Exception {
        return site.with("endpoint", "opc.tcp://127.0.0.1:" + wire.port() + "/testkit").connect();
    }

    private static void assertRefused(SecureSite site) {
        assertThat(site.awaitRefusal()).contains("Bad_SecurityChecksFailed", "the list of endpoints");
        assertThat(site.view().received()).isZero();
    }
}
