package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gemello.tools.Platform;
import org.junit.Assume;
import org.junit.Test;

/**
 * People at work with the assembled platform in a real browser, from its first start with nothing configured: the first steps up to a living twin, a command,
 * a new version of the pack while a chart is live. What they do is in the console's {@code first-start.platform.mjs}.
 */
public class ConsoleIT {
    private static final long MINUTES = 8;
    private final Path home = Path.of(System.getProperty("gemello.home")).toAbsolutePath().normalize();
    private final Path console = Path.of("..", "platform-core", "console").toAbsolutePath().normalize();
    private final Path folder = Path.of("target", "console").toAbsolutePath();

    @Test
    public void fromTheFirstStartToASwappedPack() throws Exception {
        Assume.assumeTrue("NOT TESTED: the console with a platform in a browser; chromium is needed: apt-get install chromium",
                Stream.of("chromium", "chromium-browser", "google-chrome").anyMatch(name -> Files.exists(Path.of("/usr/bin", name))));
        if (Files.exists(folder)) {
            Platform.remove(folder);
        }
        Path config = Files.createDirectories(folder.resolve("config"));
        NextVersion next = new NextVersion(folder.resolve("next"));
        Path pack = next.of(home);
        try (Platform platform = new Platform(home, Files.createDirectories(folder.resolve("data")), config)) {
            platform.start();
            platform.api().post("/publishers", Map.of("publisher", "gemello", "pem", next.publicKey()));
            int code = browse(platform, pack);
            assertEquals("exit code of the journeys; they said\n" + Files.readString(folder.resolve("journeys.txt")), 0, code);
            assertTrue("the twins are described in the configuration folder", Files.exists(config.resolve("twins/wt-01.yaml")));
        }
    }

    private int browse(Platform platform, Path pack) throws Exception {
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-reporter=spec", "src/test/browser/first-start.platform.mjs").directory(console.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("journeys.txt").toFile());
        node.environment().putAll(Map.of("GEMELLO_URL", platform.url(),
                "GEMELLO_PASSWORD", Files.readString(folder.resolve("data/secrets/admin-password")).trim(), "GEMELLO_PACK", pack.toString(),
                "GEMELLO_PACK_VERSION", NextVersion.VERSION, "GEMELLO_PACK_TITLE", NextVersion.TITLE,
                "GEMELLO_SCREENSHOTS", folder.resolve("screenshots").toString()));
        Process process = node.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
