package org.gemello.itests;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.tools.Platform;
import org.gemello.tools.swap.SwapProof;
import org.junit.Assume;
import org.junit.Test;

/**
 * The promise of the house on the assembled archive: 50 swaps of a pack under 2 x 1 kHz of counters and 30,000 points a second beside them, versions that throw, hang,
 * fail late and cannot migrate, and kill -9 in the middle. What it prints are the figures of {@code ./gemello prove swap}.
 */
public class PackSwapIT {
    private static final int SWAPS = 50;
    private static final int KILLS = 3;
    private static final int BACKGROUND = 30_000;

    @Test
    public void fiftySwapsLoseNothing() throws Exception {
        Assume.assumeTrue("mosquitto is needed: apt-get install mosquitto", Mosquitto.program().isPresent());
        Path home = Path.of(System.getProperty("gemello.home")).toAbsolutePath().normalize();
        Path folder = Path.of("target", "pack-swap").toAbsolutePath();
        if (Files.exists(folder)) {
            Platform.remove(folder);
        }
        assertEquals("promises that were not kept", List.of(), SwapProof.run(home, Files.createDirectories(folder), SWAPS, 1, KILLS, BACKGROUND, "512m"));
    }
}
