package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** Inputs beside OPC UA and MQTT: pushed over HTTP, brought by a route of an integrator, dropped as a file. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class InputsIT {
    private Api api;

    @Before
    public void logIn() throws Exception {
        api = Api.administrator();
    }

    @Configuration
    public static Option[] container() {
        return Container.booted();
    }

    @Test
    public void pushedSamplesArriveInThePointsUnit() throws Exception {
        Instant time = Instant.now();
        Api.await("the push connection", () -> api.send("POST", "/connections/lab/samples", "[]").statusCode() == 200);
        JsonNode receipt = api.post("/connections/lab/samples", "[{\"name\":\"temperature\",\"value\":300.15,\"time\":\"" + time
                + "\"},{\"name\":\"unknown\",\"value\":1}]");
        assertEquals(1, receipt.get("stored").asInt());
        assertTrue(receipt.toString(), receipt.get("refused").get(0).asText().contains("'unknown' is not bound"));
        Api.await("the value at the API", () -> Math.abs(api.value("lab-1", "WMET.EnvTmp") - 27) < 1e-9);
        assertEquals(time, Instant.parse(api.sample("lab-1", "WMET.EnvTmp").orElseThrow().get("sourceTime").asText()));
        JsonNode letter = api.get("/dead-letters?limit=1").get(0);
        assertEquals("lab", letter.get("connection").asText());
        assertTrue(letter.toString(), letter.get("cause").asText().contains("'unknown' is not bound"));
    }

    @Test
    public void aDroppedFileIsStored() throws Exception {
        Path inbox = Path.of(System.getProperty("gemello.data"), "inbox", "inbox");
        Api.await("the folder", () -> Files.isDirectory(inbox));
        Path part = Files.writeString(inbox.resolve("pressure.part"), "time,pressure\n" + Instant.now().minusSeconds(1) + ",1.0\n" + Instant.now() + ",1.02\n");
        Files.move(part, inbox.resolve("pressure.csv"), StandardCopyOption.ATOMIC_MOVE);
        Api.await("the last value of the file", () -> Math.abs(api.value("lab-1", "WMET.EnvPres") - 1020) < 1e-6);
        Api.await("the file among those that are done", () -> Files.exists(inbox.resolve("done/pressure.csv")));
    }

    @Test
    public void aRouteThatIsDroppedIntoTheConfigurationBringsSamplesUntilItIsRemoved() throws Exception {
        Api.await("readiness", () -> Api.anonymous().status("/health/ready") == 200);
        String before = routes();
        Path routes = Files.createDirectories(Path.of(System.getProperty("gemello.config"), "routes"));
        Path part = Files.writeString(routes.resolve("beat.part"), """
                - route:
                    id: beat-of-the-test
                    from:
                      uri: timer:beat
                      parameters: { period: 100, includeMetadata: true }
                      steps:
                        - setBody: { simple: '[{"name":"beat","value":${exchangeProperty.CamelTimerCounter}}]' }
                        - to: samples:append?connection=lab
                """);
        Files.move(part, routes.resolve("beat.yaml"), StandardCopyOption.ATOMIC_MOVE);
        Api.await("beats of the route", () -> api.value("lab-1", "Beat") >= 5);
        Files.delete(routes.resolve("beat.yaml"));
        Api.await("the end of the route", () -> routes().equals(before));
        double last = api.value("lab-1", "Beat");
        Api.await("another input after it", () -> api.send("POST", "/connections/lab/samples", "[{\"name\":\"temperature\",\"value\":280.15}]")
                .statusCode() == 200 && Math.abs(api.value("lab-1", "WMET.EnvTmp") - 7) < 1e-9);
        assertEquals("no beat came after the route's end", last, api.value("lab-1", "Beat"), 0);
    }

    /** What the health says of the routes, such as how many run. */
    private static String routes() throws Exception {
        for (JsonNode part : Api.anonymous().get("/health/ready").get("parts")) {
            if (part.get("part").asText().equals("routes")) {
                return part.get("text").asText();
            }
        }
        throw new AssertionError("the health says nothing of the routes");
    }
}
