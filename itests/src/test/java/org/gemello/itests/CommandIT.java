package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.UserStore;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** The loop closes: command, policy, write, read back, effect, under one trace. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class CommandIT {
    @Inject
    private UserStore users;
    private Api api;

    @Before
    public void logIn() throws Exception {
        api = Api.administrator();
    }

    @Configuration
    public static Option[] container() {
        return Container.booted();
    }

    private static String limit(double kilowatts, String timeToLive) {
        return "{\"name\":\"set-power-limit\",\"arguments\":{\"limit\":" + kilowatts + "},\"timeToLive\":\"" + timeToLive + "\"}";
    }

    private static String pitch(double degrees) {
        return "{\"name\":\"set-pitch\",\"arguments\":{\"angle\":" + degrees + "},\"timeToLive\":\"PT5S\"}";
    }

    /** Sends a command that the policy lets in, waiting for the interval between two of them. */
    private JsonNode submit(String twin, String body) throws Exception {
        JsonNode[] answer = new JsonNode[1];
        Api.await("a command to be let in: " + body, () -> {
            HttpResponse<String> response = api.send("POST", "/twins/" + twin + "/commands", body);
            answer[0] = api.read(response);
            return response.statusCode() == 202;
        });
        return answer[0];
    }

    private JsonNode finished(JsonNode command) throws Exception {
        JsonNode[] now = new JsonNode[1];
        Api.await("an end of " + command, () -> {
            now[0] = api.get("/commands/" + command.get("id").asText());
            return !Set.of("ACCEPTED", "WRITING").contains(now[0].get("state").asText());
        });
        return now[0];
    }

    @Test
    public void aPowerLimitIsWrittenReadBackAndTheTwinSeesItsEffectUnderOneTrace() throws Exception {
        Api.await("the present limit", () -> api.value("wt-02", "WTUR.SetW") == 5000);
        JsonNode done = finished(submit("wt-02", limit(3000, "PT10S")));
        assertEquals(done.toString(), "CONFIRMED", done.get("state").asText());
        Api.await("the new limit in the twin", () -> api.value("wt-02", "WTUR.SetW") == 3000);
        Api.await("the plant's power below the limit", () -> api.value("wt-02", "WTUR.W") <= 3050);
        Set<String> whole = Set.of("COLLECT", "STORE", "MIRROR", "ANALYSE", "COMMAND", "EFFECT");
        Set<String> stages = new TreeSet<>();
        Api.await("one trace through " + whole, () -> {
            api.get("/traces/" + done.get("traceId").asText()).get("steps").forEach(step -> stages.add(step.get("stage").asText()));
            return stages.containsAll(whole);
        });
    }

    @Test
    public void outOfRangeAndTooLargeAStepAreRefusedWithTheReason() throws Exception {
        Api.await("the present pitch limit", () -> api.value("wt-01", "WROT.SetPtAng") == 0);
        HttpResponse<String> high = api.send("POST", "/twins/wt-01/commands", pitch(25));
        assertEquals(422, high.statusCode());
        assertTrue(high.body(), api.read(high).get("detail").asText().contains("outside 0.0 to 20.0 deg"));
        HttpResponse<String> step = api.send("POST", "/twins/wt-01/commands", pitch(8));
        assertEquals(422, step.statusCode());
        assertTrue(step.body(), api.read(step).get("detail").asText().contains("larger than 5.0 deg"));
        assertEquals("REJECTED", api.get("/commands/" + api.read(step).get("commandId").asText()).get("state").asText());
        assertEquals(0, api.value("wt-01", "WROT.SetPtAng"), 0);
    }

    @Test
    public void whatTheTypeAllowsButThisTurbineCannotGiveIsRejectedByItsTwin() throws Exception {
        Api.await("the present limit", () -> api.value("wt-01", "WTUR.SetW") == 5000);
        for (double limit : new double[] {9000, 1000}) {
            JsonNode ended = finished(submit("wt-01", limit(limit, "PT5S")));
            assertEquals(ended.toString(), "REJECTED", ended.get("state").asText());
            assertTrue(ended.toString(), ended.get("reason").asText().contains(limit > 5000 ? "5000 kW at most" : "2500 kW are allowed"));
        }
        assertEquals(5000, api.value("wt-01", "WTUR.SetW"), 0);
    }

    @Test
    public void aViewerMaySeeButNotCommand() throws Exception {
        users.put("vera", "a long enough passphrase".toCharArray(), EnumSet.of(Role.VIEWER), new Caller("itest", Set.of(Role.ADMINISTRATOR)));
        Api viewer = Api.as("vera", "a long enough passphrase");
        assertEquals(200, viewer.status("/twins"));
        assertEquals(403, viewer.send("POST", "/twins/wt-01/commands", limit(4000, "PT5S")).statusCode());
    }

    @Test
    public void whatAPolicyWantsApprovedGoesToThePlantOnlyWhenSomebodyElseHasApprovedIt() throws Exception {
        Caller test = new Caller("itest", Set.of(Role.ADMINISTRATOR));
        users.put("olga", "a long enough passphrase".toCharArray(), EnumSet.of(Role.OPERATOR), test);
        users.put("kim", "a long enough passphrase".toCharArray(), EnumSet.of(Role.OPERATOR), test);
        HttpResponse<String> policy = api.send("PUT", "/policies/two-pairs-of-eyes", "{\"effect\":\"REQUIRE_APPROVAL\",\"subjects\":{\"users\":[\"olga\"]},"
                + "\"actions\":[\"COMMAND\"],\"twins\":[\"wt-03\"]}", "If-None-Match", "*");
        assertEquals(policy.body(), 200, policy.statusCode());
        Api.await("the present limit", () -> api.value("wt-03", "WTUR.SetW") == 5000);
        Api olga = Api.as("olga", "a long enough passphrase");
        JsonNode asked = api.read(olga.send("POST", "/twins/wt-03/commands", limit(4000, "PT10S")));
        assertEquals(asked.toString(), "WAITING", asked.get("state").asText());
        String decision = "/commands/" + asked.get("id").asText() + "/decision";
        assertEquals(403, olga.send("POST", decision, "{\"decision\":\"accept\"}").statusCode());
        assertEquals(5000, api.value("wt-03", "WTUR.SetW"), 0);
        HttpResponse<String> approved = Api.as("kim", "a long enough passphrase").send("POST", decision, "{\"decision\":\"accept\"}");
        assertEquals(approved.body(), 202, approved.statusCode());
        JsonNode done = finished(asked);
        assertEquals(done.toString(), "CONFIRMED", done.get("state").asText());
        Api.await("the new limit in the twin", () -> api.value("wt-03", "WTUR.SetW") == 4000);
    }

    @Test
    public void aDeadServerGivesExpiredAndTheNextLifeOfItIsSeen() throws Exception {
        int port = Integer.getInteger("itest.aux.port");
        try (OpcUaTestServer server = new OpcUaTestServer(port, 1000)) {
            server.add("SetW", 5_000_000.0).onWrite(watts -> { });
            OpcUaVariable wind = server.add("WdSpd", 8.5);
            server.start();
            Api.await("the value of the test's server", () -> api.value("wt-09", "WTUR.SetW") == 5000);
            JsonNode alive = finished(submit("wt-09", limit(4000, "PT10S")));
            assertEquals(alive.toString(), "CONFIRMED", alive.get("state").asText());
            server.stop();
            Api.await("the loss to be seen", () -> api.sample("wt-09", "WTUR.SetW").orElseThrow().get("quality").get("symbol").asText().startsWith("Bad"));
            JsonNode dead = finished(submit("wt-09", limit(3000, "PT2S")));
            assertEquals(dead.toString(), "EXPIRED", dead.get("state").asText());
            assertFalse(dead.get("history").toString(), dead.get("history").toString().contains("CONFIRMED"));
            wind.set(9.5); // a value that did not change in the meantime would leave no hole
            server.start();
            Api.await("good quality again", () -> api.sample("wt-09", "WTUR.SetW").orElseThrow().get("quality").get("symbol").asText().equals("Good"));
            Api.await("the gap in the history", () -> api.get("/twins/wt-09/points/WNAC.WdSpd/history").get("gaps").size() > 0);
        }
    }
}
