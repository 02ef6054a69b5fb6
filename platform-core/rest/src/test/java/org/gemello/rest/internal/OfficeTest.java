package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gemello.api.exchange.FileFormat;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs, exports, imports, backups and the platform's alarms. */
class OfficeTest {
    private static final String HOUR = "\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T13:00:00Z\"";
    @TempDir
    Path folder;
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anExportIsAJobThatCanBeFollowed() throws Exception {
        Answer answer = api.post("/exports", "operator", "{" + HOUR + ",\"twin\":\"wt-01\",\"format\":\"parquet\",\"interval\":\"PT1H\"}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(api.uri("/jobs/j1").toString());
        assertThat(api.platform.office.exported.format()).isEqualTo(FileFormat.PARQUET);
        assertThat(api.platform.office.exported.interval()).isEqualTo(Duration.ofHours(1));
        assertThat(api.get("/jobs/j1").body().get("state").asText()).isEqualTo("RUNNING");
        assertThat(api.get("/jobs").body()).hasSize(2);
        assertThat(api.get("/jobs/j9").status()).isEqualTo(404);
    }

    @Test
    void anExportThatCannotBeginSaysWhy() throws Exception {
        assertThat(api.post("/exports", "operator", "{" + HOUR + ",\"twin\":\"full\"}").body().get("detail").asText())
                .isEqualTo("the disk is too full for exports");
        assertThat(api.post("/exports", "operator", "{\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T12:00:00Z\"}").status()).isEqualTo(400);
        assertThat(api.post("/exports", "viewer", "{" + HOUR + "}").status()).isEqualTo(403);
    }

    @Test
    void whoStartedAJobMayEndIt() throws Exception {
        assertThat(api.call("POST", "/jobs/j1/cancellation", "operator").status()).isEqualTo(202);
        assertThat(api.call("POST", "/jobs/j2/cancellation", "engineer").status()).isEqualTo(409);
        assertThat(api.call("POST", "/jobs/j1/cancellation", "viewer").status()).isEqualTo(403);
    }

    @Test
    void filesAreBroughtAndFetched() throws Exception {
        Answer upload = api.send(api.request("/imports/boiler.csv", "engineer").header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(new byte[6 << 20])).build());
        assertThat(upload.status()).isEqualTo(201);
        assertThat(upload.body().get("source").asText()).isEqualTo("imports/boiler.csv");
        assertThat(api.platform.office.done).containsExactly("received " + (6 << 20));
        api.platform.office.file = Files.writeString(folder.resolve("samples.csv"), "point,time\n");
        Answer download = api.get("/exports/history-1/samples.csv");
        assertThat(download.response().body()).isEqualTo("point,time\n");
        assertThat(download.header("Content-Disposition")).isEqualTo("attachment; filename=\"history-1-samples.csv\"");
        assertThat(api.get("/exports/history-2/samples.csv").status()).isEqualTo(404);
        assertThat(api.get("/exports/history-1/..%2F..%2Fsecrets").status()).isIn(400, 404);
        assertThat(api.get("/backups/b.zip/file").status()).isEqualTo(403);
        assertThat(api.call("GET", "/backups/b.zip/file", "admin").response().body()).isEqualTo("point,time\n");
    }

    @Test
    void anImportSaysHowAForeignFileIsRead() throws Exception {
        Answer answer = api.post("/imports", "engineer", """
                {"source":"imports/boiler.csv","mapping":{"separator":";","decimal":",","timeColumn":"Zeit","timeFormat":"dd.MM.yyyy HH:mm:ss",
                 "zone":"Europe/Berlin","columns":[{"name":"Druck","point":"boiler/P","unit":"bar"}]}}""");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(api.platform.office.imported.mapping().zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(api.platform.office.imported.mapping().columns()).singleElement()
                .satisfies(column -> assertThat(column.definition().id().toString()).isEqualTo("boiler/P"));
        assertThat(api.post("/imports", "engineer", """
                {"source":"imports/b.csv","mapping":{"timeColumn":"t","zone":"Mars/Olympus","columns":[{"name":"a","point":"a/b","unit":"1"}]}}""")
                .body().get("detail").asText()).contains("Mars/Olympus");
        assertThat(api.post("/imports", "operator", "{\"source\":\"imports/boiler.csv\"}").status()).isEqualTo(403);
    }

    @Test
    void exportsAndBackupsAreListedAndRemoved() throws Exception {
        assertThat(api.get("/exports").body().at("/0/files/0/bytes").asLong()).isEqualTo(12);
        assertThat(api.call("DELETE", "/exports/history-1", "engineer").status()).isEqualTo(204);
        assertThat(api.call("DELETE", "/exports/history-7", "engineer").status()).isEqualTo(404);
        assertThat(api.get("/backups").body().at("/0/encrypted").asBoolean()).isTrue();
        assertThat(api.call("DELETE", "/backups/b.zip", "engineer").status()).isEqualTo(403);
        assertThat(api.call("DELETE", "/backups/b.zip", "admin").status()).isEqualTo(204);
    }

    @Test
    void aBackupIsForAdministrators() throws Exception {
        assertThat(api.call("POST", "/backups", "engineer").status()).isEqualTo(403);
        Answer answer = api.call("POST", "/backups", "admin");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("id").asText()).isEqualTo("j1");
        assertThat(api.call("POST", "/backups/none.zip/verification", "admin").status()).isEqualTo(404);
    }

    @Test
    void aReaderOfTheLogThatIsNotUsedIsForgottenByAnAdministrator() throws Exception {
        Instant oldest = Instant.parse("2026-03-01T12:00:00Z");
        api.platform.log.groups.add(new ConsumerGroup("abandoned", 5, 95, 4096, Optional.of(oldest), false));
        api.platform.log.groups.add(new ConsumerGroup("history", 100, 0, 0, Optional.empty(), true));
        JsonNode groups = api.get("/log/groups").body();
        assertThat(groups.at("/0/lag").asLong()).isEqualTo(95);
        assertThat(groups.at("/0/lagBytes").asLong()).isEqualTo(4096);
        assertThat(groups.at("/0/oldest").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(groups.at("/1/active").asBoolean()).isTrue();
        assertThat(groups.get(1).has("oldest")).isFalse();

        assertThat(api.call("DELETE", "/log/groups/abandoned", "engineer").status()).isEqualTo(403);
        assertThat(api.call("DELETE", "/log/groups/history", "admin").status()).isEqualTo(409);
        assertThat(api.call("DELETE", "/log/groups/..%2Fetc", "admin").status()).isIn(400, 404);
        assertThat(api.call("DELETE", "/log/groups/abandoned", "admin").status()).isEqualTo(204);
        assertThat(api.call("DELETE", "/log/groups/abandoned", "admin").status()).isEqualTo(404);
        assertThat(api.get("/log/groups").body()).hasSize(1);
        assertThat(api.security.events).extracting(AuditEvent::action, AuditEvent::object, AuditEvent::outcome)
                .contains(tuple("log.group.forget", "abandoned", Outcome.REFUSED), tuple("log.group.forget", "abandoned", Outcome.ALLOWED));
    }

    @Test
    void thePlatformsOwnAlarmsAreShown() throws Exception {
        JsonNode alarm = api.get("/platform/alarms").body().get(0);
        assertThat(alarm.get("name").asText()).isEqualTo("disk.usage");
        assertThat(alarm.get("severity").asText()).isEqualTo("HIGH");
    }
}
