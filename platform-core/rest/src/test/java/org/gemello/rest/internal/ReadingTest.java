package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theListHasWhatAFleetTableNeeds() throws Exception {
        Answer answer = api.get("/twins");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode first = answer.body().at("/items/0");
        assertThat(first.get("id").asText()).isEqualTo("wt-01");
        assertThat(first.get("status").asText()).isEqualTo("RUNNING");
        assertThat(first.at("/state/0/value").doubleValue()).isEqualTo(1523.4);
        assertThat(first.at("/alarms/0/name").asText()).isEqualTo("underperformance");
        assertThat(first.has("model")).isFalse();
        assertThat(answer.body().has("next")).isFalse();
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        Answer first = api.get("/twins?limit=2");
        Answer second = api.get("/twins?limit=2&cursor=" + first.body().get("next").asText());

        assertThat(first.body().get("items")).extracting(twin -> twin.get("id").asText()).containsExactly("wt-01", "wt-02");
        assertThat(second.body().get("items")).extracting(twin -> twin.get("id").asText()).containsExactly("wt-03");
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void aTwinComesWithItsModel() throws Exception {
        JsonNode twin = api.get("/twins/wt-02").body();

        assertThat(twin.at("/model/points/0/high").doubleValue()).isEqualTo(6000);
        assertThat(twin.at("/model/points/1").has("high")).isFalse();
        assertThat(twin.at("/model/commands/0/minInterval").asText()).isEqualTo("PT10S");
        assertThat(twin.at("/model/commands/0/parameters/0").has("maxStep")).isFalse();
    }

    @Test
    void aParkedTwinSaysWhy() throws Exception {
        TwinView running = api.platform.twins.get(0);
        api.platform.twins.set(0, new TwinView(running.id(), running.name(), running.type(), TwinStatus.PARKED, "pack is missing", 42,
                running.state(), running.alarms(), TwinModel.UNKNOWN));

        JsonNode twin = api.get("/twins/wt-01").body();

        assertThat(twin.get("status").asText()).isEqualTo("PARKED");
        assertThat(twin.get("reason").asText()).isEqualTo("pack is missing");
        assertThat(twin.at("/model/points")).isEmpty();
    }

    @Test
    void theStateHasValueUnitQualityBothTimesOffsetAndTrace() throws Exception {
        JsonNode state = api.get("/twins/wt-01/state").body();

        assertThat(state.get(0)).isEqualTo(new ObjectMapper().readTree("{\"point\":\"wt-01/WTUR.W\",\"value\":1523.4,\"unit\":\"kW\","
                + "\"quality\":{\"code\":0,\"symbol\":\"Good\"},\"sourceTime\":\"2026-03-01T12:00:00Z\","
                + "\"receivedTime\":\"2026-03-01T12:00:00.008Z\",\"offset\":42,\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}"));
        assertThat(state.get(1).has("value")).as("NaN is no JSON").isFalse();
        assertThat(state.get(1).at("/quality/code").longValue()).isEqualTo(0x80310000L);
        assertThat(state.get(1).at("/quality/symbol").asText()).isEqualTo("Bad_NoCommunication");
        assertThat(state.get(2).get("value").asText()).isEqualTo("running");
    }

    @Test
    void theHistoryHasSamplesAndGaps() throws Exception {
        JsonNode history = api.get("/twins/wt-01/points/WTUR.W/history?from=2026-03-01T12:00:00%2B01:00&to=2026-03-01T12:30:00Z").body();

        assertThat(history.get("from").asText()).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(history.at("/samples/0/value").doubleValue()).isEqualTo(1500);
        assertThat(history.at("/gaps/0/reason").asText()).isEqualTo("connection plant lost");
        assertThat(history.get("total").asInt()).isEqualTo(1);
    }

    @Test
    void theHistoryIsThatOfTheLastHourUnlessAskedOtherwise() throws Exception {
        Instant before = Instant.now();
        JsonNode history = api.get("/twins/wt-01/points/WTUR.W/history").body();

        assertThat(Instant.parse(history.get("to").asText())).isBetween(before, Instant.now());
        assertThat(Instant.parse(history.get("from").asText())).isEqualTo(Instant.parse(history.get("to").asText()).minusSeconds(3600));
    }

    @Test
    void aPointWithoutValuesIsNotAnUnknownPoint() throws Exception {
        assertThat(api.get("/twins/wt-01/points/expected/history").status()).isEqualTo(200);
        assertThat(api.get("/twins/wt-01/points/nonsense/history").status()).isEqualTo(404);
    }

    @Test
    void connectionsAndTracesAreShown() throws Exception {
        JsonNode connections = api.get("/connections").body();
        assertThat(connections).extracting(connection -> connection.get("state").asText()).containsExactly("CONNECTED", "CONNECTING");
        assertThat(connections.get(1).has("lastData")).isFalse();
        assertThat(api.get("/traces/" + FakePlatform.TRACE).body().at("/steps/1/stage").asText()).isEqualTo("STORE");
    }

    @Test
    void healthIsOpenAndTellsThePartsApart() throws Exception {
        assertThat(api.send(api.request("/health/live", null).build()).status()).isEqualTo(200);
        assertThat(api.send(api.request("/health/ready", null).build()).body().get("status").asText()).isEqualTo("UP");

        api.platform.health.add(Health.notReady("history", "catching up"));
        assertThat(api.send(api.request("/health/live", null).build()).status()).isEqualTo(200);
        Answer ready = api.send(api.request("/health/ready", null).build());
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body().at("/parts/1/text").asText()).isEqualTo("catching up");

        api.platform.health.add(Health.dead("log", "disk failed"));
        assertThat(api.send(api.request("/health/live", null).build()).status()).isEqualTo(503);
    }

    @Test
    void theContractIsServed() throws Exception {
        Answer answer = api.get("/openapi.yaml");
        assertThat(answer.response().body()).startsWith("openapi: 3.0.3");
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
    }
}
