package org.gemello.tools.swap;

import java.nio.file.Files;
import java.nio.file.Path;
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

    private SwapProof() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "home", "swaps", "watch-seconds", "kills", "background", "heap");
        Path folder = Files.createTempDirectory("gemello-swap");
        boolean kept = run(Path.of(options.text("home")).toAbsolutePath(), folder, options.number("swaps", 50),
                options.number("watch-seconds", 1), options.number("kills", 5), options.number("background", 30_000), options.text("heap", "512m"));
        Platform.remove(folder);
        System.exit(kept ? 0 : 1);
    }

    /**
     * The whole proof.
     *
     * @param home       the distribution
     * @param folder     empty, for everything
     * @param watch      seconds for which each good version is watched before the old one is retired
     * @param background points at 1 Hz of other twins, in hundreds
     * @return true where every promise was kept
     */
    public static boolean run(Path home, Path folder, int swaps, int watch, int kills, int background, String heap) throws Exception {
        Figures figures = new Figures("swap", System.out);
        try (CounterPlant plant = new CounterPlant(folder); Site site = new Site(home, folder, background / POINTS_OF_A_UNIT, POINTS_OF_A_UNIT)) {
            Path config = site.configure(folder.resolve("config"), 100);
            plant.configure(config);
            try (Platform platform = new Platform(home, Files.createDirectories(folder.resolve("data")), config).heap(heap)) {
                platform.start();
                prove(platform, new SwapRun(platform, folder, watch, figures), swaps, kills, figures);
            }
        }
        return figures.met();
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
        TimeUnit.SECONDS.sleep(2); // what was sent until now is in the history then
        missed = run.state(CounterPlant.OPCUA_TWIN, "Missed") + run.state(CounterPlant.MQTT_TWIN, "Missed") - missed;
        repeated = run.state(CounterPlant.OPCUA_TWIN, "Repeated") + run.state(CounterPlant.MQTT_TWIN, "Repeated") - repeated;
        figures.goal("the twins' own counts: " + missed + " missed, " + repeated + " repeated", "none", missed == 0 && repeated == 0);
        audit(run, from, to, figures, "", true);
        if (kills > 0) {
            Instant killing = Instant.now();
            run.killedSwaps(kills);
            Instant end = Instant.now();
            TimeUnit.SECONDS.sleep(5);
            audit(run, killing, end, figures, " with kill -9", false);
        }
        figures.print();
    }

    private static void audit(SwapRun run, Instant from, Instant to, Figures figures, String when, boolean effects) throws Exception {
        for (String twin : List.of(CounterPlant.OPCUA_TWIN, CounterPlant.MQTT_TWIN)) {
            CounterAudit counters = run.audit(twin, false, from, to);
            figures.goal("history of " + twin + when + ": " + counters, "none missing, none doubled", isWhole(counters));
            if (effects) {
                CounterAudit echoes = run.audit(twin, true, from, to);
                figures.goal("effects of " + twin + when + ": " + echoes, "none missing, none doubled", isWhole(echoes));
            }
        }
    }

    /** A gap that is told would be honest, but here nothing may be missing at all. */
    private static boolean isWhole(CounterAudit audit) {
        return audit.isComplete() && audit.missing() == 0;
    }
}
