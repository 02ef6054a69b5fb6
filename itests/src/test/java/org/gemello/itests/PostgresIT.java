package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.gemello.testkit.postgres.PostgresServer;
import org.gemello.tools.Plant;
import org.gemello.tools.Platform;
import org.junit.Test;

/** The assembled archive with its history on a real PostgreSQL server, which goes away for a while. */
public class PostgresIT {
    private static final String BEAT = "/twins/wt-01/points/WTUR.Beat/history?maxPoints=10000&from=";

    @Test
    public void theHistoryIsInPostgresAndNoBeatIsMissingAfterItsServerWasGone() throws Exception {
        assumeTrue("*** no PostgreSQL server can be started on this machine: the test is skipped ***", PostgresServer.isAvailable());
        Path home = Path.of(System.getProperty("gemello.home")).toAbsolutePath().normalize();
        Path folder = Path.of("target", "postgres").toAbsolutePath();
        if (Files.exists(folder)) {
            Platform.remove(folder);
        }
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(Files.createDirectories(data.resolve("secrets")).resolve("postgres"), PostgresServer.PASSWORD);
        try (PostgresServer server = PostgresServer.launch(); Plant plant = new Plant(home, folder, "--beat-hz", "50")) {
            Path config = plant.configure(home, folder.resolve("config"));
            try (Platform platform = new Platform(home, data, config).property("gemello.history.store", "postgres")
                    .property("gemello.history.postgres.url", server.url()).property("gemello.history.postgres.user", "postgres")
                    .property("gemello.history.postgres.passwordFile", "secrets/postgres")) {
                Instant from = Instant.now();
                platform.start();
                Api.await("beats in PostgreSQL", () -> beats(platform, from) > 100);
                server.crash();
                long before = number(platform);
                Api.await("beats that only the log keeps", () -> number(platform) > before + 100);
                server.start();
                Instant to = Instant.now();
                Api.await("all of them in PostgreSQL", () -> platform.get(BEAT + to).get("total").asInt() > 50);
                assertNoneMissing(platform.get(BEAT + from + "&to=" + to));
                assertTrue(Files.notExists(data.resolve("history")));
            }
        }
    }

    private static int beats(Platform platform, Instant from) throws Exception {
        return platform.get(BEAT + from).get("total").asInt();
    }

    private static long number(Platform platform) throws Exception {
        for (JsonNode sample : platform.get("/twins/wt-01/state")) {
            if (sample.get("point").asText().endsWith("WTUR.Beat")) {
                return sample.path("value").asLong();
            }
        }
        return 0;
    }

    private static void assertNoneMissing(JsonNode history) {
        assertEquals("the interval fits", false, history.get("downsampled").asBoolean());
        long last = -1;
        for (JsonNode sample : history.get("samples")) {
            if (sample.hasNonNull("value")) {
                assertTrue("after beat " + last + " comes " + sample.get("value"), last < 0 || sample.get("value").asLong() == last + 1);
                last = sample.get("value").asLong();
            }
        }
        assertTrue("beats were counted", last > 0);
    }
}
