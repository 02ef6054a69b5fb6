package org.gemello.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The tests of the TypeScript: units in Node.js, and what people do in a real browser. Where there is none, that is said and skipped. */
class WebTest {
    private static final long MOST_MINUTES = 12;

    @Test
    void units() throws IOException, InterruptedException {
        assertThat(node("units", "src/build/test.mjs")).contains("fail 0");
    }

    @Test
    void journeys() throws IOException, InterruptedException {
        String said = node("journeys", "src/build/journeys.mjs");
        assertThat(said).contains("fail 0");
        said.lines().filter(line -> line.contains("NOT TESTED")).findFirst().ifPresent(System.err::println);
    }

    private static String node(String name, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createDirectories(Path.of("target")).resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().remove("GEMELLO_URL"); // here it is the console of this module that is tested
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(process.waitFor()).as("exit code of node; it said\n%s", said).isZero();
        return said;
    }
}
