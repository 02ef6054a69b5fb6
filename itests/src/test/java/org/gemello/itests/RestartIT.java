package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.tools.Plant;
import org.gemello.tools.Platform;
import org.junit.Test;

/** The assembled distribution as a user starts it: kill -9, start again, and what was seen before is still there. */
public class RestartIT {
    private static final String BEAT = "/twins/wt-01/points/WTUR.Beat/history?maxPoints=10000&from=";

    @Test
    public void whatTheApiHasShownSurvivesKillNineAndACleanRestart() throws Exception {
        Path home = Path.of(System.getProperty("gemello.home")).toAbsolutePath().normalize();
        Path folder = Files.createDirectories(Path.of("target", "restart").toAbsolutePath());
        Platform.remove(folder);
        Files.createDirectories(folder.resolve("data"));
        try (Plant plant = new Plant(home, folder, "--beat-hz", "100")) {
            Path config = plant.configure(home, folder.resolve("config"));
            try (Platform platform = new Platform(home, folder.resolve("data"), config)) {
                Instant from = Instant.now();
                platform.start();
                Api.await("beats", () -> beats(platform, from).size() > 300);
                Set<Long> before = beats(platform, from);
                JsonNode export = platform.api().post("/exports", Map.of("from", from.toString(), "to", Instant.now().toString()));
                platform.kill();
                platform.start();
                assertTold(platform, export.get("id").asText());
                assertKept(platform, from, before);
                Api.await("the time without the platform as a gap", () -> !platform.get(BEAT + from).get("gaps").isEmpty());
                Set<Long> afterCrash = beats(platform, from);
                platform.stop();
                platform.start();
                assertKept(platform, from, afterCrash);
                Api.await("the twin's own count", () -> beats(platform, from).size() == count(platform));
            }
        }
    }

    /** The export was killed in its midst, or just after its end: its job says which, and no half file is offered. */
    private static void assertTold(Platform platform, String export) throws Exception {
        JsonNode job = platform.get("/jobs/" + export);
        List<String> offered = platform.get("/exports").findValuesAsText("name");
        if (job.get("state").asText().equals("DONE")) {
            assertTrue(job + " is offered: " + offered, offered.stream().anyMatch(job.get("result").asText()::contains));
        } else {
            assertEquals(job.toString(), "FAILED", job.get("state").asText());
            assertTrue(job.toString(), job.get("message").asText().startsWith("interrupted by a restart"));
        }
        assertTrue("no half file: " + offered, offered.stream().noneMatch(name -> name.endsWith(".part")));
    }

    private static void assertKept(Platform platform, Instant from, Set<Long> before) throws Exception {
        Api.await("new beats after the restart", () -> beats(platform, from).size() > before.size() + 100);
        assertTrue("everything that was shown before", beats(platform, from).containsAll(before));
    }

    /** The life counter as the history has it; asserts that no value is there twice. */
    private static Set<Long> beats(Platform platform, Instant from) throws Exception {
        Set<Long> beats = new HashSet<>();
        JsonNode history = platform.get(BEAT + from);
        assertEquals("the interval fits", false, history.get("downsampled").asBoolean());
        for (JsonNode sample : history.get("samples")) {
            if (sample.hasNonNull("value")) {
                assertTrue("beat " + sample.get("value") + " is there once", beats.add(sample.get("value").asLong()));
            }
        }
        return beats;
    }

    private static long count(Platform platform) throws Exception {
        for (JsonNode sample : platform.get("/twins/wt-01/state")) {
            if (sample.get("point").asText().endsWith("WTUR.BeatCount")) {
                return sample.path("value").asLong();
            }
        }
        return -1;
    }
}
