package org.gemello.https.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with the server that the container has. */
class HttpsTest {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "plant.example");
    private final Server server = new Server();
    @TempDir
    Path data;
    private Instant now = Instant.now();
    private Https https;
    private ServerConnector door;

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private ServerCertificate certificate(Set<String> names) {
        return new ServerCertificate(data, names, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
    }

    private void open() throws Exception {
        https = new Https(certificate(NAMES)::current, "127.0.0.1", 0);
        door = https.connector(server);
        server.addConnector(door);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.write(true, StandardCharsets.UTF_8.encode(request.isSecure() ? "secure" : "plain"), callback);
                return true;
            }
        });
        server.start();
    }

    private SSLContext trusting(Path authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", Pem.chain(authority)[0]);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private HttpResponse<String> get(SSLContext context, String host) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(context).connectTimeout(Duration.ofSeconds(10)).build();
        return client.send(HttpRequest.newBuilder(URI.create("https://" + host + ":" + door.getLocalPort() + "/")).build(), BodyHandlers.ofString());
    }

    private X509Certificate shown() throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting(data.resolve("https-ca.pem")).getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), door.getLocalPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void whoTrustsTheAuthorityComesInByEveryName() throws Exception {
        open();
        SSLContext context = trusting(data.resolve("https-ca.pem"));
        assertThat(get(context, "localhost").body()).isEqualTo("secure");
        assertThat(get(context, "127.0.0.1").body()).isEqualTo("secure");
        assertThatThrownBy(() -> get(SSLContext.getDefault(), "localhost")).isInstanceOf(SSLException.class);
        assertThat(((ECPublicKey) shown().getPublicKey()).getParams().getCurve().getField().getFieldSize()).isEqualTo(256);
        assertThat(shown().getSubjectAlternativeNames().toString()).contains("plant.example");
    }

    @Test
    void keysAreReadByThisAccountAloneAndTheAuthorityByAll() throws Exception {
        open();
        for (String name : Set.of("https-key.pem", "https-ca-key.pem", "https.pem", "https-ca.pem")) {
            assertThat(mode(data.resolve("secrets").resolve(name))).as(name).isEqualTo("rw-------");
        }
        assertThat(mode(data.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(mode(data.resolve("https-ca.pem"))).isEqualTo("rw-r--r--");
        assertThat(Files.readString(data.resolve("https-ca.pem"))).doesNotContain("PRIVATE");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aRestartKeepsTheCertificateAndAnotherNameMakesAnother() throws Exception {
        var first = certificate(NAMES).current().getCertificate("server");
        assertThat(certificate(NAMES).current().getCertificate("server")).isEqualTo(first);
        String authority = Files.readString(data.resolve("https-ca.pem"));
        assertThat(certificate(Set.of("localhost", "other.example")).current().getCertificate("server")).isNotEqualTo(first);
        assertThat(Files.readString(data.resolve("https-ca.pem"))).isEqualTo(authority);
    }

    @Test
    void isRenewedBeforeItExpiresWhileTheDoorIsOpen() throws Exception {
        now = Instant.now().minus(ServerCertificate.LIFE).plus(ServerCertificate.RENEWED_BEFORE).plusSeconds(60);
        open();
        X509Certificate first = shown();
        https.renew();
        assertThat(shown()).isEqualTo(first);
        now = Instant.now().plusSeconds(120);
        https.renew();
        assertThat(shown()).isNotEqualTo(first);
        assertThat(shown().getNotAfter().toInstant()).isAfter(Instant.now().plus(Duration.ofDays(364)));
        assertThat(get(trusting(data.resolve("https-ca.pem")), "localhost").body()).as("by the same authority").isEqualTo("secure");
    }

    @Test
    void anAuthorityThatExpiresIsReplaced() throws Exception {
        certificate(NAMES).current();
        String first = Files.readString(data.resolve("https-ca.pem"));
        now = now.plus(Duration.ofDays(3640));
        certificate(NAMES).current();
        assertThat(Files.readString(data.resolve("https-ca.pem"))).isNotEqualTo(first);
    }

    @Test
    void browsersAreToldToComeBackByTlsButNotToLocalNames() throws Exception {
        open();
        assertThat(get(trusting(data.resolve("https-ca.pem")), "localhost").headers().firstValue(Hsts.HEADER)).isEmpty();
        try (SSLSocket socket = (SSLSocket) trusting(data.resolve("https-ca.pem")).getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), door.getLocalPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET / HTTP/1.1\r\nHost: plant.example\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200").contains(Hsts.HEADER + ": max-age=31536000");
        }
    }

    @Test
    void oldProtocolsAreRefused() throws Exception {
        open();
        try (SSLSocket socket = (SSLSocket) trusting(data.resolve("https-ca.pem")).getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), door.getLocalPort())) {
            assertThat(server.isRunning()).isTrue();
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
        }
        assertThat(door.getConnectionFactory(org.eclipse.jetty.server.SslConnectionFactory.class).getSslContextFactory().getSelectedProtocols())
                .containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }

    @Test
    void aCertificateOfOnesOwnIsUsed() throws Exception {
        certificate(NAMES).current();
        Path own = data.resolve("secrets/https.pem");
        KeyStore store = ServerCertificate.store(Pem.key(data.resolve("secrets/https-key.pem")), Pem.chain(own));
        assertThat(store.getCertificateChain("server")).hasSize(2);
        assertThatThrownBy(() -> Pem.key(own)).isInstanceOf(IOException.class).hasMessageContaining("openssl pkcs8");
    }
}
