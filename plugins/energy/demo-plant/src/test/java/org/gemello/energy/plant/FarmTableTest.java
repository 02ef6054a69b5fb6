package org.gemello.energy.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FarmTableTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:01Z");
    private static final String PAGE = """
            {"items": [
              {"id": "mast-1", "type": "energy/met-mast", "status": "RUNNING", "alarms": [], "state": [
                {"point": "mast-1/WMET.HorWdSpd", "value": 9.31, "sourceTime": "2026-03-01T12:00:00Z",
                 "quality": {"code": 0, "symbol": "Good"}}]},
              {"id": "wt-01", "type": "energy/wind-turbine", "status": "RUNNING",
               "alarms": [{"name": "underperformance", "active": true}, {"name": "wind-sensor", "active": false}], "state": [
                {"point": "wt-01/WTUR.State", "value": 2, "sourceTime": "2026-03-01T12:00:00.5Z",
                 "quality": {"code": 0, "symbol": "Good"}},
                {"point": "wt-01/WTUR.W", "value": 1523.4, "sourceTime": "2026-03-01T12:00:00.5Z",
                 "quality": {"code": 0, "symbol": "Good"}},
                {"point": "wt-01/WTUR.ResPct", "value": -11.26, "sourceTime": "2026-03-01T12:00:00.5Z",
                 "quality": {"code": 1083179008, "symbol": "Uncertain_LastUsableValue"}}]},
              {"id": "farm", "type": "energy/wind-farm", "status": "RUNNING", "alarms": [], "state": [
                {"point": "farm/FARM.W", "value": 4211.7, "sourceTime": "2026-03-01T12:00:00Z", "quality": {"code": 0, "symbol": "Good"}},
                {"point": "farm/FARM.WakeLoss", "value": 21.34, "sourceTime": "2026-03-01T12:00:00Z",
                 "quality": {"code": 0, "symbol": "Good"}}]},
              {"id": "wt-02", "type": "energy/wind-turbine", "status": "PARKED", "alarms": [], "state": []}]}
            """;

    private static JsonNode items() throws IOException {
        return new ObjectMapper().readTree(PAGE).path("items");
    }

    @Test
    void showsEveryTurbineAndTheMast() throws IOException {
        List<String> lines = new FarmTable(false).lines(items(), NOW);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(2).trim().split(" +")).containsExactly("wt-01", "producing", "-", "1523", "-", "-11.3", "-", "-", "-",
                "0.5", "Uncertain_LastUsableValue", "underperformance");
        assertThat(lines.get(3)).startsWith("wt-02    PARKED");
        assertThat(lines.get(4)).startsWith("mast-1: wind 9.3 m/s").endsWith("age 1.0 s");
        assertThat(lines.get(5)).startsWith("farm: 4212 kW of - expected, wakes take 21.3 %");
    }

    @Test
    void colourTellsTheWorst() throws IOException {
        List<String> lines = new FarmTable(true).lines(items(), NOW);
        assertThat(lines.get(2)).startsWith("\u001b[33m");
        assertThat(lines.get(3)).startsWith("\u001b[31m");
    }

    @Test
    void asksWithNameAndPasswordAndSaysWhatIsWrong() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/twins", exchange -> {
            boolean known = "Basic YW5uYTpzZWNyZXQ=".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(new PlatformClient(url, "anna", "secret").twins()).hasSize(4);
            assertThatThrownBy(() -> new PlatformClient(url, "anna", "wrong").twins()).hasMessageContaining("--password-file");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> new PlatformClient(url, "anna", "secret").twins()).hasMessageContaining("is it running?");
    }
}
