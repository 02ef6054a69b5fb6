package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ServiceUnavailableException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.rest.internal.metric.TextFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    @TempDir
    Path folder;
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Map<String, Double> figures() throws Exception {
        Answer answer = api.get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").replace(" ", "")).startsWith("text/plain;").contains("version=0.0.4").contains("charset=utf-8");
        return TextFormat.read(answer.response().body());
    }

    @Test
    void everyPartHasItsFigures() throws Exception {
        api.platform.log.groups.add(new ConsumerGroup("history", 10, 7, 700, Optional.empty(), true));
        api.get("/twins/nowhere");

        assertThat(figures()).containsEntry("gemello_part_ready{part=\"log\"}", 1.0)
                .containsEntry("gemello_log_group_lag{group=\"history\"}", 7.0)
                .containsEntry("gemello_history_waiting_rows", 12.0).containsEntry("gemello_history_waiting_bytes", 4096.0)
                .containsEntry("gemello_history_flush_seconds_bucket{le=\"1\"}", 3.0)
                .containsEntry("gemello_history_flush_seconds_bucket{le=\"+Inf\"}", 3.0).containsEntry("gemello_history_flush_seconds_sum", 0.75)
                .containsEntry("gemello_twins{status=\"RUNNING\"}", 3.0)
                .containsEntry("gemello_twin_alarms{severity=\"HIGH\"}", 3.0)
                .containsEntry("gemello_connection_up{connection=\"mast\",kind=\"mqtt\"}", 1.0)
                .containsEntry("gemello_connection_samples_total{connection=\"mast\"}", 9.0)
                .containsEntry("gemello_platform_alarms{severity=\"HIGH\"}", 1.0)
                .containsEntry("gemello_jobs{state=\"RUNNING\"}", 1.0)
                .containsEntry("gemello_http_requests_total{method=\"GET\",status=\"404\"}", 1.0)
                .containsEntry("gemello_http_request_seconds_count{operation=\"getTwin\",status=\"4xx\"}", 1.0)
                .containsKeys("gemello_event_stream_lag", "gemello_jvm_memory_bytes{area=\"heap\"}", "gemello_process_cpu_seconds_total", "gemello_log_bytes");
    }

    @Test
    void whatIsRefusedIsCountedByWhatFor() throws Exception {
        api.get("/twins?limit=0");
        api.call("GET", "/twins", null);
        api.post("/twins/wt-01/commands", "viewer", "{\"name\":\"stop\"}");
        assertThat(figures()).containsEntry("gemello_http_rejected_total{reason=\"invalid\"}", 1.0)
                .containsEntry("gemello_http_rejected_total{reason=\"login\"}", 1.0)
                .containsEntry("gemello_http_rejected_total{reason=\"rights\"}", 1.0)
                .containsEntry("gemello_http_rejected_total{reason=\"rate\"}", 0.0)
                .containsEntry("gemello_http_request_seconds_count{operation=\"none\",status=\"4xx\"}", 1.0)
                .containsEntry("gemello_http_request_seconds_count{operation=\"submitCommand\",status=\"4xx\"}", 1.0);
    }

    @Test
    void prometheusItselfFindsNothingToMend() throws Exception {
        Path promtool = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(promtool != null, "NOT TESTED: metrics with promtool, which is not on this machine (Debian: prometheus)");
        api.get("/twins/nowhere");
        Path text = Files.writeString(folder.resolve("metrics"), api.get("/metrics").response().body());
        Process check = new ProcessBuilder(promtool.toString(), "check", "metrics").redirectInput(text.toFile()).redirectErrorStream(true).start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).isBlank();
    }

    @Test
    void aPartThatIsNotThereSaysSoAndHidesNoOther() throws Exception {
        api.platform.failure = new ServiceUnavailableException();
        api.platform.health.add(Health.notReady("twins", "not started"));

        assertThat(figures()).containsEntry("gemello_part_ready{part=\"twins\"}", 0.0).doesNotContainKey("gemello_twins{status=\"RUNNING\"}")
                .containsKey("gemello_connection_samples_total{connection=\"mast\"}");
    }

    @Test
    void aMethodThatNobodyKnowsMakesNoSeriesOfItsOwn() throws Exception {
        api.call("BREW", "/twins", "operator");
        assertThat(figures().keySet()).contains("gemello_http_requests_total{method=\"other\",status=\"405\"}")
                .noneMatch(series -> series.contains("BREW"));
    }
}
