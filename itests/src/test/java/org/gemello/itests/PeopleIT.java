package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** What people meet: the console, the views that packs bring, a farm made of turbine twins, the audit log. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class PeopleIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private Api api;

    @Before
    public void logIn() throws Exception {
        api = Api.administrator();
    }

    @Configuration
    public static Option[] container() {
        return Container.booted();
    }

    private HttpResponse<String> page(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + System.getProperty("gemello.http.port") + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    public void theConsoleIsServedUnderAStrictPolicy() throws Exception {
        HttpResponse<String> root = page("/");
        assertEquals(302, root.statusCode());
        assertTrue(root.headers().firstValue("Location").orElse("").endsWith("/ui/"));
        HttpResponse<String> console = page("/ui/");
        assertEquals(200, console.statusCode());
        String policy = console.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy, policy.contains("default-src 'none'") && policy.contains("require-trusted-types-for 'script'"));
        assertEquals(404, page("/ui/nothing.js").statusCode());
    }

    private Optional<JsonNode> view(String id) throws Exception {
        for (JsonNode view : api.get("/views")) {
            if (view.get("id").asText().equals(id)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    @Test
    public void thePackBringsItsViews() throws Exception {
        Api.await("the pack that comes with the platform is installed", () -> view("turbine").isPresent());
        JsonNode turbine = view("turbine").orElseThrow();
        assertEquals("energy/wind-turbine", turbine.get("twin").asText());
        HttpResponse<String> file = api.send("GET", "/" + turbine.get("href").asText(), null);
        assertTrue(file.headers().firstValue("Cache-Control").orElse(""), file.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertTrue(api.read(file).get("widgets").size() > 0);
    }

    @Test
    public void theFarmIsMadeOfItsTurbines() throws Exception {
        JsonNode farm = api.get("/twins/farm");
        assertEquals("energy/wind-farm", farm.get("type").asText());
        Api.await("power of the farm", () -> api.value("farm", "FARM.W") > 0);
        assertEquals(3, api.get("/twins?partOf=farm&role=turbine").get("items").size());
    }

    @Test
    public void withTlsItIsReachedByWhoTrustsItsAuthority() throws Exception {
        URI url = URI.create("https://127.0.0.1:" + System.getProperty("gemello.https.port") + "/api/v1/health/live");
        HttpRequest request = HttpRequest.newBuilder(url).build();
        assertThrows(SSLException.class, () -> http.send(request, HttpResponse.BodyHandlers.ofString()));
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(Path.of(System.getProperty("gemello.data"), "https-ca.pem"))) {
            trusted.setCertificateEntry("gemello", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        assertEquals(200, HttpClient.newBuilder().sslContext(tls).build().send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    public void aTwinIsMadeWhileThePlatformRunsAndTheNextQueryHasIt() throws Exception {
        HttpResponse<String> made = api.send("POST", "/twins", "{\"id\":\"spare-1\",\"type\":\"energy/battery\",\"name\":\"Spare\"}");
        assertEquals(made.body(), 201, made.statusCode());
        assertEquals("Spare", api.get("/twins/spare-1").get("name").asText());
        assertEquals("spare-1", api.get("/twins?q=spare-1").at("/items/0/id").asText());
        Api.await("its behaviour serves", () -> api.get("/twins/spare-1").get("status").asText().equals("RUNNING"));
        assertEquals(409, api.send("POST", "/twins", "{\"id\":\"spare-1\",\"type\":\"energy/battery\"}").statusCode());
        assertEquals(428, api.send("DELETE", "/twins/spare-1", null).statusCode());
        String tag = api.send("GET", "/twins/spare-1/definition", null).headers().firstValue("ETag").orElseThrow();
        assertEquals(204, api.send("DELETE", "/twins/spare-1", null, "If-Match", tag).statusCode());
        assertEquals(404, api.status("/twins/spare-1"));
    }

    @Test
    public void theAuditLogIsWhole() throws Exception {
        JsonNode verified = api.read(api.send("POST", "/audit/verification", null));
        assertTrue(verified.toString(), verified.get("whole").asBoolean());
    }
}
