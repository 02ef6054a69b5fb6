package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gemello.testkit.Figures;

/**
 * {@code bundle:update} of the energy pack under load: the life counter of every turbine must be found in the history without
 * a hole or a double, and so must the twin's own count. {@code --home DISTRIBUTION [--swaps N] [--beat-hz N]}
 */
public final class SwapProof {
    private static final List<String> TURBINES = List.of("wt-01", "wt-02", "wt-03");
    private static final String PACK = "org.gemello.pack.energy";
    private static final long SECOND = 1_000_000_000L;
    private static final Duration PIECE = Duration.ofSeconds(5);

    private SwapProof() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "home", "swaps", "beat-hz");
        Path home = Path.of(options.text("home")).toAbsolutePath();
        int swaps = options.number("swaps", 20);
        Path folder = Files.createTempDirectory("gemello-swap");
        boolean kept;
        try (Plant plant = new Plant(home, folder, "--beat-hz", Integer.toString(options.number("beat-hz", 200)))) {
            Path config = plant.configure(home, folder.resolve("config"));
            try (Platform platform = new Platform(home, Files.createDirectories(folder.resolve("data")), config)) {
                kept = prove(platform, swaps, options.number("beat-hz", 200));
            }
        }
        Platform.remove(folder);
        System.exit(kept ? 0 : 1);
    }

    private static boolean prove(Platform platform, int swaps, int hertz) throws Exception {
        platform.start();
        for (String turbine : TURBINES) {
            awaitRunning(platform, turbine);
        }
        Instant from = Instant.now();
        List<Long> outages = new ArrayList<>();
        try (ShellClient shell = platform.shell()) {
            for (int swap = 0; swap < swaps; swap++) {
                long began = System.nanoTime();
                String answer = shell.run("bundle:update " + PACK);
                if (answer.contains("Error")) {
                    throw new IOException("bundle:update failed: " + answer);
                }
                for (String turbine : TURBINES) {
                    awaitRunning(platform, turbine);
                }
                outages.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                awaitCountGrows(platform, TURBINES.get(0));
            }
        }
        Instant to = Instant.now();
        Figures figures = new Figures("swap", System.out);
        long seen = 0;
        long lost = 0;
        long doubled = 0;
        for (String turbine : TURBINES) {
            CounterAudit audit = new CounterAudit(PIECE);
            audit.count(platform, turbine, "WTUR.Beat", from, to);
            figures.row(turbine + " history", audit.seen() + " beats", audit.missing() + " lost, " + audit.doubled() + " doubled");
            long missed = number(platform, turbine, "WTUR.BeatMissed");
            long repeated = number(platform, turbine, "WTUR.BeatRepeated");
            figures.row(turbine + " twin", number(platform, turbine, "WTUR.BeatCount") + " beats", missed + " lost, " + repeated + " doubled");
            seen += audit.seen();
            lost += audit.missing() + missed;
            doubled += audit.doubled() + repeated;
        }
        Collections.sort(outages);
        figures.row("swap, command to all twins at work", outages.get(outages.size() / 2) + " ms", "median; longest " + outages.get(outages.size() - 1)
                + " ms, over ssh and REST");
        figures.print();
        figures.goal(seen + " beats over " + swaps + " swaps at " + hertz + " Hz per turbine: " + lost + " lost, " + doubled + " doubled",
                "none lost, none doubled", lost == 0 && doubled == 0 && seen > 0);
        return figures.met();
    }

    private static void awaitRunning(Platform platform, String twin) throws Exception {
        await(twin + " at work again", () -> platform.get("/twins/" + twin).get("status").asText().equals("RUNNING"));
    }

    private static void awaitCountGrows(Platform platform, String twin) throws Exception {
        long before = number(platform, twin, "WTUR.BeatCount");
        await("beats of " + twin, () -> number(platform, twin, "WTUR.BeatCount") > before);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + 60 * SECOND;
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("waited a minute for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static long number(Platform platform, String twin, String point) throws Exception {
        for (JsonNode sample : platform.get("/twins/" + twin + "/state")) {
            if (sample.get("point").asText().equals(twin + "/" + point)) {
                return sample.path("value").asLong();
            }
        }
        return 0;
    }
}
