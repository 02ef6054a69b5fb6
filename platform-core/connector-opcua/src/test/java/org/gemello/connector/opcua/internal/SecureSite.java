package org.gemello.connector.opcua.internal;

import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemello.api.connection.CertificateTrust.Standing;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.gemello.connector.opcua.internal.pki.Certificates;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.ServerProtection;
import org.gemello.testkit.opcua.TestCertificate;

/** A protected server and a connection to it, with a trust list of its own. */
final class SecureSite implements AutoCloseable {
    static final TestCertificate SERVER = TestCertificate.wish(ServerProtection.APPLICATION_URI).selfSigned();

    final OpcUaTestServer server = new OpcUaTestServer();
    final Path pki;
    final TrustList trust;
    final Site site;
    private RunningConnector running;

    SecureSite(Path pki, ServerProtection protection) {
        this.pki = pki;
        this.trust = new TrustList(pki);
        server.add("Power", 4711.5);
        server.protect(protection).start();
        site = new Site(server.endpoint()).with("security.policy", "best");
        site.bind("wt-01/Power", "nsu=" + OpcUaTestServer.NAMESPACE + ";s=Power");
    }

    /** A server with the usual certificate. */
    SecureSite(Path pki) {
        this(pki, new ServerProtection(SERVER));
    }

    SecureSite trusting(TestCertificate certificate) throws IOException {
        return put("trusted/certs", encoded(certificate));
    }

    SecureSite put(String folder, byte[] content) throws IOException {
        Path file = Files.createDirectories(pki.resolve(folder)).resolve("by-hand-" + content.length + ".der");
        Files.write(file, content);
        return this;
    }

    static byte[] encoded(TestCertificate certificate) {
        try {
            return certificate.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    SecureSite with(String key, String text) {
        site.with(key, text);
        return this;
    }

    SecureSite connect() throws Exception {
        running = new RunningConnector(site, trust);
        return this;
    }

    /** What came over the connection. */
    Collector log() {
        return running.log;
    }

    ConnectionView view() {
        return running.connection().view();
    }

    /** Waits until a value has come over the connection. */
    void awaitValue() {
        await().until(() -> view().state() == ConnectionState.CONNECTED && view().received() > 0);
    }

    /** Waits until the connection says why it is not there. */
    String awaitRefusal() {
        return await().until(() -> view().state() == ConnectionState.DISCONNECTED ? view().reason() : "",
                reason -> !reason.isEmpty());
    }

    List<String> thumbprints(Standing standing) {
        return trust.certificates().stream().filter(one -> one.standing() == standing).map(one -> one.thumbprint()).toList();
    }

    static String thumbprint(TestCertificate certificate) {
        return Certificates.thumbprint(certificate.certificate());
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
        server.close();
    }
}
