package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.gemello.tools.Plant;
import org.gemello.tools.Platform;
import org.junit.Test;

/** The assembled archive: a backup made under load, restored into another folder, holds what was there and goes on from there. */
public class BackupIT {
    private static final String BEAT = "/twins/wt-01/points/WTUR.Beat/history?maxPoints=10000&from=";

    @Test
    public void aRestoredPlatformHasWhatTheBackedUpOneHad() throws Exception {
        Path home = Path.of(System.getProperty("gemello.home")).toAbsolutePath().normalize();
        Path folder = Path.of("target", "backup").toAbsolutePath();
        if (Files.exists(folder)) {
            Platform.remove(folder);
        }
        Files.createDirectories(folder.resolve("data"));
        try (Plant plant = new Plant(home, folder, "--beat-hz", "50")) {
            Path config = plant.configure(home, folder.resolve("config"));
            Instant from = Instant.now();
            Instant before;
            Path backup;
            try (Platform platform = new Platform(home, folder.resolve("data"), config)) {
                platform.start();
                Api.await("beats", () -> beats(platform, from, Instant.now()).size() > 200);
                before = Instant.now();
                assertTrue(platform.script("backup").contains("Backup "));
                try (var files = Files.list(folder.resolve("data/backups"))) {
                    backup = files.findFirst().orElseThrow();
                }
                Set<Long> original = beats(platform, from, before);
                platform.stop();
                Platform restored = new Platform(home, folder.resolve("restored"), folder.resolve("restored-config"));
                try (restored) {
                    restored.script("restore", backup.toString());
                    restored.start();
                    assertEquals(original, beats(restored, from, before));
                    Api.await("new beats after the restore", () -> !beats(restored, Instant.now().minusSeconds(2), Instant.now()).isEmpty());
                }
            }
        }
    }

    private static Set<Long> beats(Platform platform, Instant from, Instant to) throws Exception {
        Set<Long> beats = new HashSet<>();
        JsonNode history = platform.get(BEAT + from + "&to=" + to);
        assertEquals("the interval fits", false, history.get("downsampled").asBoolean());
        for (JsonNode sample : history.get("samples")) {
            if (sample.hasNonNull("value")) {
                assertTrue("beat " + sample.get("value") + " is there once", beats.add(sample.get("value").asLong()));
            }
        }
        return beats;
    }
}
