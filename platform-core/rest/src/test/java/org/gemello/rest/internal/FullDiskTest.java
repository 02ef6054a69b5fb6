package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.twin.Severity;
import org.gemello.rest.internal.RealServer.Answer;
import org.gemello.testkit.disk.FullDisk;
import org.gemello.testkit.health.MemoryAlarms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the audit log cannot be written no command reaches the plant. */
class FullDiskTest {
    private static final String STOP = "{\"name\":\"stop\"}";
    @TempDir
    private Path data;
    private final MemoryAlarms alarms = new MemoryAlarms();
    private RealServer server;
    private String admin;

    @BeforeEach
    void start() throws Exception {
        FullDisk.orSkip("the audit log");
        server = new RealServer(data, Map.of());
        server.audit.bindAlarms(alarms);
        server.plant.health.clear();
        admin = RealServer.basic("admin", server.initialPassword());
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private Answer command() throws Exception {
        return server.send("POST", "/twins/wt-01/commands", admin, STOP);
    }

    private int ready() throws Exception {
        Health health = server.audit.health();
        server.plant.health.clear();
        server.plant.health.add(health);
        return server.send("GET", "/health/ready", null, null).status();
    }

    @Test
    void noCommandIsLetInUntilThereIsRoomAgain() throws Exception {
        assertThat(command().status()).isEqualTo(202);
        assertThat(ready()).isEqualTo(200);
        Path log = data.resolve("audit/audit.log");
        String whole = Files.readString(log);

        try (FullDisk full = FullDisk.at(Files.size(log) + 40)) {
            Answer refused = command();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.response().headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
            assertThat(refused.body().get("detail").asText()).contains("audit");
            assertThat(server.plant.commands.submitted).as("nothing more is sent to the plant").hasSize(1);
            assertThat(ready()).isEqualTo(503);
            assertThat(alarms.active()).singleElement().satisfies(alarm -> {
                assertThat(alarm.name()).isEqualTo("audit.unwritable");
                assertThat(alarm.severity()).isEqualTo(Severity.HIGH);
                assertThat(alarm.message()).contains(log.toString(), "commands are refused");
            });
            assertThat(Files.readString(log)).as("half a line was taken back").isEqualTo(whole);
        }

        assertThat(command().status()).isEqualTo(202);
        assertThat(server.plant.commands.submitted).hasSize(2);
        assertThat(ready()).isEqualTo(200);
        assertThat(alarms.active()).isEmpty();
        assertThat(server.send("POST", "/audit/verification", admin, null).body().get("whole").asBoolean()).isTrue();
    }
}
