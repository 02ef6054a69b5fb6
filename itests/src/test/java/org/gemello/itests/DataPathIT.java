package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** From a real OPC UA server and a real broker to the API: values with unit, quality and source time, history, events. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class DataPathIT {
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
    public void threeTurbinesAreAliveWithFreshGoodValues() throws Exception {
        for (String turbine : new String[] {"wt-01", "wt-02", "wt-03"}) {
            Api.await(turbine + " alive", () -> api.sample(turbine, "WTUR.ExpW").isPresent());
            JsonNode power = api.sample(turbine, "WTUR.W").orElseThrow();
            assertEquals("Good", power.get("quality").get("symbol").asText());
            assertEquals("kW", power.get("unit").asText());
            assertTrue(power.toString(), Duration.between(Instant.parse(power.get("sourceTime").asText()), Instant.now()).toSeconds() < 10);
        }
    }

    @Test
    public void aValueWrittenToTheOpcUaServerArrivesWithItsSourceTimeAndQuality() throws Exception {
        OpcUaClient client = OpcUaClient.create("opc.tcp://127.0.0.1:" + System.getProperty("itest.opcua.port") + "/plant");
        client.connect();
        try {
            int namespace = client.getNamespaceTable().getIndex("urn:gemello:demo-plant").intValue();
            NodeId pitch = new NodeId(namespace, "WT03.WROT.SetPtAng");
            StatusCode written = client.writeValues(List.of(pitch), List.of(DataValue.valueOnly(Variant.ofDouble(1.25)))).get(0);
            assertTrue(written.toString(), written.isGood());
            DataValue there = client.readValue(0, TimestampsToReturn.Both, pitch);
            Api.await("the value at the API", () -> api.value("wt-03", "WROT.SetPtAng") == 1.25);
            JsonNode sample = api.sample("wt-03", "WROT.SetPtAng").orElseThrow();
            assertEquals(0, sample.get("quality").get("code").asLong());
            assertEquals(there.getSourceTime().getJavaInstant(), Instant.parse(sample.get("sourceTime").asText()));
        } finally {
            client.writeValues(List.of(new NodeId(client.getNamespaceTable().getIndex("urn:gemello:demo-plant").intValue(), "WT03.WROT.SetPtAng")),
                    List.of(DataValue.valueOnly(Variant.ofDouble(0))));
            client.disconnect();
        }
    }

    @Test
    public void anMqttValueArrivesWithItsSourceTimeAndTheTwinComputesFromIt() throws Exception {
        Instant time = Instant.now().minusSeconds(5);
        try (MqttTestClient device = MqttTestClient.connect(Integer.getInteger("itest.mqtt.port"))) {
            device.publish("met/mast-2", "{\"time\":\"" + time + "\",\"speed\":17.25}");
        }
        Api.await("the value at the API", () -> api.value("mast-2", "WMET.HorWdSpd") == 17.25);
        JsonNode sample = api.sample("mast-2", "WMET.HorWdSpd").orElseThrow();
        assertEquals("Good", sample.get("quality").get("symbol").asText());
        assertEquals(time, Instant.parse(sample.get("sourceTime").asText()));
        assertEquals("m/s", sample.get("unit").asText());
        Api.await("the air density of the demo's mast", () -> api.value("mast-1", "WMET.AirDens") > 0.9);
    }

    @Test
    public void aPayloadThatCannotBeReadIsKeptAndCountedAndTheNextOneArrives() throws Exception {
        long refused = refused();
        try (MqttTestClient device = MqttTestClient.connect(Integer.getInteger("itest.mqtt.port"))) {
            device.publish("met/mast-2", "this is not JSON");
            device.publish("met/mast-2", "{\"time\":\"" + Instant.now() + "\",\"speed\":3.5}");
        }
        Api.await("the value after it", () -> api.value("mast-2", "WMET.HorWdSpd") == 3.5);
        assertEquals(refused + 1, refused());
    }

    private long refused() throws Exception {
        for (JsonNode connection : api.get("/connections")) {
            if (connection.get("name").asText().equals("mast")) {
                return connection.get("refused").asLong();
            }
        }
        throw new AssertionError("connection mast is not listed");
    }

    @Test
    public void theHistoryHasWhatTheTwinHasSeen() throws Exception {
        Api.await("a minute's worth of power", () -> api.get("/twins/wt-01/points/WTUR.W/history?maxPoints=100").get("total").asInt() > 20);
        JsonNode history = api.get("/twins/wt-01/points/WTUR.W/history?maxPoints=20");
        assertTrue(history.get("samples").size() <= 20);
        assertTrue(history.get("downsampled").asBoolean());
        Instant last = Instant.EPOCH;
        for (JsonNode sample : history.get("samples")) {
            Instant time = Instant.parse(sample.get("sourceTime").asText());
            assertTrue("in order of source time", !time.isBefore(last));
            last = time;
        }
    }

    @Test
    public void theEventStreamResumesWithoutLossOrDouble() throws Exception {
        Set<String> seen = new HashSet<>();
        long resume = collect(null, seen, 30);
        collect(Long.toString(resume), seen, 30);
        Set<String> again = new HashSet<>();
        collect(Long.toString(firstOf(seen) - 1), again, seen.size());
        assertTrue("the second reading has every event of the first", again.containsAll(seen));
    }

    private static long firstOf(Set<String> offsets) {
        return offsets.stream().mapToLong(Long::parseLong).min().orElseThrow();
    }

    /** Reads events of one turbine until {@code count} new samples came; no offset may come twice. Returns the last event's id. */
    private static long collect(String lastEventId, Set<String> offsets, int count) throws Exception {
        String password = Files.readString(Path.of(System.getProperty("gemello.data"), "secrets", "admin-password")).trim();
        HttpURLConnection stream = (HttpURLConnection) URI.create("http://127.0.0.1:" + System.getProperty("gemello.http.port")
                + "/api/v1/events?twin=wt-02").toURL().openConnection();
        stream.setReadTimeout(30_000);
        stream.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8)));
        if (lastEventId != null) {
            stream.setRequestProperty("Last-Event-ID", lastEventId);
        }
        ObjectMapper json = new ObjectMapper();
        long id = -1;
        String event = "";
        int fresh = 0;
        try (InputStream in = stream.getInputStream(); BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = Long.parseLong(line.substring(3).trim());
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).trim();
                } else if (line.startsWith("data:") && event.equals("samples")) {
                    for (JsonNode sample : json.readTree(line.substring(5))) {
                        assertTrue("offset " + sample.get("offset") + " came twice", offsets.add(sample.get("offset").asText()));
                        fresh++;
                    }
                } else if (line.isEmpty() && fresh >= count) {
                    return id;
                }
            }
        } finally {
            stream.disconnect();
        }
        throw new AssertionError("the stream ended after " + fresh + " samples");
    }
}
