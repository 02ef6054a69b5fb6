package org.gemello.tools.swap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gemello.testkit.Figures;
import org.gemello.tools.CounterAudit;
import org.gemello.tools.Options;
import org.gemello.tools.Platform;
import org.gemello.tools.Site;

/**
 * Packs are swapped under load while counters rise over real OPC UA and MQTT: none may be missing or doubled, in the history and in the state.
 * {@code --home DISTRIBUTION [--swaps 50] [--watch-seconds 1] [--kills 5] [--background 30000] [--heap 512m]}
 */
public final class SwapProof {
    private static final int POINTS_OF_A_UNIT = 100;
    private static final int SETTLED_WITHIN_SECONDS = 90;
    /** Steps come every 100 ms, on a busy machine later. */
    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private SwapProof() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "home", "swaps", "watch-seconds", "kills", "background", "heap");
        Path folder = Files.createTempDirectory("gemello-swap");
        List<String> broken = run(Path.of(options.text("home")).toAbsolutePath(), folder, options.number("swaps", 50),
                options.number("watch-seconds", 1), options.number("kills", 5), options.number("background", 30_000), options.text("heap", "512m"));
        Platform.remove(folder);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    /**
     * The whole proof.
     *
     * @param home       the distribution
     * @param folder     empty, for everything
     * @param watch      seconds for which each good version is watched before the old one is retired
     * @param background points at 1 Hz of other twins, in hundreds
     * @return the promises that were not kept, in words
     */
    public static List<String> run(Path home, Path folder, int swaps, int watch, int kills, int background, String heap) throws Exception {
        Figures figures = new Figures("swap", System.out);
        try (CounterPlant plant = new CounterPlant(folder); Site site = new Site(home, folder, background / POINTS_OF_A_UNIT, POINTS_OF_A_UNIT)) {
            Path config = site.configure(folder.resolve("config"), 100);
            plant.configure(config);
            try (Platform platform = new Platform(home, Files.createDirectories(folder.resolve("data")), config).heap(heap)) {
                platform.start();
                prove(platform, new SwapRun(platform, plant, folder, watch, figures), swaps, kills, figures);
            }
        }
        return figures.missed();
    }

    private static void prove(Platform platform, SwapRun run, int swaps, int kills, Figures figures) throws Exception {
        run.begin();
        Instant from = Instant.now();
        long missed = run.state(CounterPlant.OPCUA_TWIN, "Missed") + run.state(CounterPlant.MQTT_TWIN, "Missed");
        long repeated = run.state(CounterPlant.OPCUA_TWIN, "Repeated") + run.state(CounterPlant.MQTT_TWIN, "Repeated");
        run.goodSwaps(Math.min(10, swaps));
        Footprint before = new Footprint(platform.pid());
        run.goodSwaps(Math.max(0, swaps - 10));
        Footprint after = new Footprint(platform.pid());
        run.badSwaps();
        Instant to = Instant.now();
        run.reportPauses();
        figures.row("after 10 swaps: live heap, metaspace, classes", before.toString(), "");
        figures.row("after " + swaps + " swaps", after.toString(), "");
        figures.goal("metaspace " + after.growthSince(before), "flat: under 10 % or 4 MB more", after.isFlatSince(before));
        String leak = run.awaitNothingLeft(platform.pid());
        figures.goal("left behind by retired versions: " + (leak.isEmpty() ? "nothing" : leak), "nothing", leak.isEmpty());
        missed = run.state(CounterPlant.OPCUA_TWIN, "Missed") + run.state(CounterPlant.MQTT_TWIN, "Missed") - missed;
        repeated = run.state(CounterPlant.OPCUA_TWIN, "Repeated") + run.state(CounterPlant.MQTT_TWIN, "Repeated") - repeated;
        figures.goal("the twins' own counts: " + missed + " missed, " + repeated + " repeated", "none", missed == 0 && repeated == 0);
        audit(run, from, to, figures, "", true);
        if (kills > 0) {
            Instant killing = Instant.now();
            run.killedSwaps(kills);
            audit(run, killing, Instant.now(), figures, " with kill -9", false);
        }
        figures.print();
    }

    private static void audit(SwapRun run, Instant from, Instant to, Figures figures, String when, boolean effects) throws Exception {
        for (String twin : List.of(CounterPlant.OPCUA_TWIN, CounterPlant.MQTT_TWIN)) {
            CounterAudit counters = settled(run, twin, false, from, to);
            figures.goal("history of " + twin + when + ": " + counters, "none missing, none doubled", isWhole(counters, to));
            if (effects) {
                CounterAudit echoes = settled(run, twin, true, from, to);
                figures.goal("effects of " + twin + when + ": " + echoes, "none missing, none doubled", isWhole(echoes, to));
            }
        }
    }

    /**
     * The history once it has come as far as was asked: what was sent last may be on its way, and what was missed while the platform was down is asked of
     * the source. A history that lost something never becomes whole, however long one waits.
     */
    private static CounterAudit settled(SwapRun run, String twin, boolean effects, Instant from, Instant to) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_WITHIN_SECONDS);
        CounterAudit audit = run.audit(twin, effects, from, to);
        while (!isWhole(audit, to) && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            audit = run.audit(twin, effects, from, to);
        }
        return audit;
    }

    /** A gap that is told would be honest, but here nothing may be missing at all. */
    private static boolean isWhole(CounterAudit audit, Instant to) {
        return audit.isComplete() && audit.missing() == 0 && audit.until().isAfter(to.minus(LAST_STEP));
    }
}
