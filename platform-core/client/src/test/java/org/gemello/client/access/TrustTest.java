package org.gemello.client.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real TLS server whose certificate nobody has signed, and that is for another name. */
class TrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    @TempDir
    private static Path folder;
    private static KeyStore own;
    private static KeyStore other;
    private HttpsServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        own = certificate("own", "365");
        other = certificate("other", "365");
    }

    private static KeyStore certificate(String name, String days) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg",
                "EC", "-dname", "CN=" + name + ".example", "-validity", days, "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
                new String(PASSWORD)).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static Fingerprint of(KeyStore store) throws Exception {
        return Fingerprint.of((X509Certificate) store.getCertificate("server"));
    }

    private void start(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "{\"status\": \"UP\"}".getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private String ask(HttpClient.Builder http) throws Exception {
        Platform platform = new Platform(URI.create("https://127.0.0.1:" + server.getAddress().getPort()), Credentials.basic("olga", secret()), http);
        return platform.ask("GET", "/health/live", null).get("status").asText();
    }

    private static Path secret() throws Exception {
        return Files.writeString(folder.resolve("password"), "secret");
    }

    @Test
    void theVeryCertificateIsTaken() throws Exception {
        start(own);
        assertThat(ask(Trust.in(of(own)))).isEqualTo("UP");
        assertThat(ask(Trust.in(Fingerprint.parse(of(own).text().replace(":", "").toLowerCase())))).isEqualTo("UP");
    }

    @Test
    void anotherCertificateIsRefusedAndBothAreNamed() throws Exception {
        start(other);
        assertThatThrownBy(() -> ask(Trust.in(of(own)))).isInstanceOf(IOException.class).hasMessageContaining(of(own).text())
                .hasMessageContaining(of(other).text()).hasMessageContaining("somebody else answers there");
    }

    @Test
    void nobodyIsTrustedForHavingAnsweredFirst() throws Exception {
        start(own);
        assertThatThrownBy(() -> ask(HttpClient.newBuilder())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(HttpClient.newBuilder())).as("nor the second time").isInstanceOf(IOException.class);
    }

    @Test
    void anAuthorityIsForNames() throws Exception {
        start(own);
        Path pem = Files.writeString(folder.resolve("own.pem"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(own.getCertificate("server").getEncoded()) + "\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> ask(Trust.in(pem))).as("it is of own.example, and not of 127.0.0.1").isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoFingerprintIsNamed() {
        for (String text : new String[] {"", "AB:CD", "sha1", "zz".repeat(32), "a".repeat(40)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse(text)).withMessageContaining("64 hex digits");
        }
        assertThat(Fingerprint.parse("ab".repeat(32)).text()).startsWith("AB:AB:").hasSize(95);
    }
}
