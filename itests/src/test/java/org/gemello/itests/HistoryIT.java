package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** What the history can do beside keeping: aggregates, the past state of a twin, corrections, notes, exports, imports, backups. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class HistoryIT {
    private static final String BEAT = "/twins/lab-1/points/Beat";
    private Api api;

    @Before
    public void logIn() throws Exception {
        api = Api.administrator();
    }

    @Configuration
    public static Option[] container() {
        return Container.booted();
    }

    /** Five values, a second apart, in a minute of the past that no other test uses. */
    private void store(String minute) throws Exception {
        StringBuilder rows = new StringBuilder("[");
        for (int second = 0; second < 5; second++) {
            rows.append(second == 0 ? "" : ",").append("{\"name\":\"beat\",\"value\":").append(second).append(",\"time\":\"").append(minute)
                    .append(":0").append(second).append("Z\"}");
        }
        Api.await("the push connection", () -> api.send("POST", "/connections/lab/samples?late=true", "[]").statusCode() == 200);
        api.post("/connections/lab/samples?late=true", rows + "]");
        Api.await("late values in the history", () -> api.status(BEAT + "/history?" + span(minute)) == 200
                && api.get(BEAT + "/history?" + span(minute)).get("total").asInt() == 5);
    }

    private static String span(String minute) {
        return "from=" + minute + ":00Z&to=" + minute + ":10Z";
    }

    @Test
    public void lateValuesAreInTheHistoryAndInItsAggregatesButMoveNoTwin() throws Exception {
        store("2024-05-01T10:00");
        JsonNode aggregate = api.get(BEAT + "/aggregates?interval=PT5S&" + span("2024-05-01T10:00")).get(0);
        assertEquals(5, aggregate.get("count").asInt());
        assertEquals(2.0, aggregate.get("mean").asDouble(), 1e-9);
        assertEquals(4.0, aggregate.get("max").asDouble(), 1e-9);
        assertEquals(1.0, aggregate.get("good").asDouble(), 1e-9);
        assertEquals(2.5, api.get(BEAT + "/value?interpolation=linear&at=2024-05-01T10:00:02.500Z").get("value").asDouble(), 1e-9);
        assertEquals(2.0, api.get("/twins/lab-1/state?at=2024-05-01T10:00:02.500Z").get(0).get("value").asDouble(), 1e-9);
        Instant now = api.sample("lab-1", "Beat").map(sample -> Instant.parse(sample.get("sourceTime").asText())).orElse(Instant.now());
        assertTrue(now.toString(), now.isAfter(Instant.parse("2024-06-01T00:00:00Z")));
    }

    @Test
    public void aCorrectionShowsAndItsOriginalStays() throws Exception {
        store("2024-05-01T11:00");
        api.post(BEAT + "/corrections", "{\"sourceTime\":\"2024-05-01T11:00:03Z\",\"value\":33,\"reason\":\"wrong scale\"}");
        Api.await("the corrected value", () -> api.get(BEAT + "/value?at=2024-05-01T11:00:03Z").get("value").asDouble() == 33);
        JsonNode correction = api.get(BEAT + "/corrections?" + span("2024-05-01T11:00")).get(0);
        assertEquals("admin", correction.get("author").asText());
        assertEquals(3.0, correction.get("originals").get(0).get("value").asDouble(), 1e-9);
        assertEquals(33.0, api.get(BEAT + "/aggregates?interval=PT10S&" + span("2024-05-01T11:00")).get(0).get("max").asDouble(), 1e-9);
    }

    @Test
    public void aNoteIsKept() throws Exception {
        api.post("/twins/lab-1/annotations", "{\"from\":\"2024-05-01T12:00:00Z\",\"to\":\"2024-05-01T12:10:00Z\",\"text\":\"점검 (maintenance)\"}");
        Api.await("the note", () -> api.get("/twins/lab-1/annotations?" + span("2024-05-01T12:00")).size() == 1);
        assertEquals("점검 (maintenance)", api.get("/twins/lab-1/annotations?" + span("2024-05-01T12:00")).get(0).get("text").asText());
    }

    @Test
    public void anExportIsImportedElsewhereOnlyOnce() throws Exception {
        store("2024-05-01T13:00");
        for (String format : new String[] {"csv", "parquet"}) {
            JsonNode export = api.ended(api.post("/exports", "{\"points\":[\"lab-1/Beat\"],\"from\":\"2024-05-01T13:00:00Z\","
                    + "\"to\":\"2024-05-01T13:01:00Z\",\"format\":\"" + format + "\"}"));
            assertEquals(export.toString(), "DONE", export.get("state").asText());
            String name = Path.of(export.get("result").asText()).getFileName().toString();
            HttpResponse<String> table = api.send("GET", "/exports/" + name + "/samples." + format, null);
            assertEquals(200, table.statusCode());
            assertTrue(format.equals("parquet") ? table.body().startsWith("PAR1") : table.body().contains("lab-1/Beat"));
            JsonNode imported = api.ended(api.post("/imports", "{\"source\":\"exports/" + name + "\"}"));
            assertEquals(imported.toString(), "DONE", imported.get("state").asText());
            assertEquals("nothing twice", 5, api.get(BEAT + "/history?" + span("2024-05-01T13:00")).get("total").asInt());
        }
    }

    @Test
    public void aBackupIsMadeWhileEverythingRuns() throws Exception {
        JsonNode job = api.ended(api.post("/backups", ""));
        assertEquals(job.toString(), "DONE", job.get("state").asText());
        assertTrue(Files.size(Path.of(job.get("result").asText())) > 1_000);
        String name = api.get("/backups").get(0).get("name").asText();
        JsonNode verified = api.ended(api.post("/backups/" + name + "/verification", ""));
        assertEquals(verified.toString(), "DONE", verified.get("state").asText());
        assertFalse(verified.get("result").asText().isEmpty());
    }
}
