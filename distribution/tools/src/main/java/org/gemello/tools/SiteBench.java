package org.gemello.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.gemello.testkit.Figures;

/**
 * A whole site: 32,000 points at 1 Hz from an OPC UA server into log, twins and history of the assembled platform; then ten times the
 * rate. Tells CPU, memory, and the time from the source to the twin and to the event stream, and reads counters back from the history.
 * {@code --home DISTRIBUTION [--units 320] [--points 100] [--minutes 30] [--overload-minutes 5] [--heap 512m]}
 */
public final class SiteBench {
    private static final int AUDITED = 16;
    /** At 10 Hz 3,000 values. */
    private static final Duration PIECE = Duration.ofMinutes(5);
    private static final int SETTLE_SECONDS = 30;
    private static final String HEAP = "512m";

    private SiteBench() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "home", "units", "points", "minutes", "overload-minutes", "heap");
        Path home = Path.of(options.text("home")).toAbsolutePath();
        int units = options.number("units", 320);
        int points = options.number("points", 100);
        Path folder = Files.createTempDirectory("gemello-site");
        boolean met;
        try (Site site = new Site(home, folder, units, points)) {
            Path config = site.configure(folder.resolve("config"), 100);
            try (Platform platform = new Platform(home, Files.createDirectories(folder.resolve("data")), config).heap(options.text("heap", HEAP))) {
                platform.start();
                met = measure(platform, site, units * points, options);
            }
        }
        Platform.remove(folder);
        System.exit(met ? 0 : 1);
    }

    private static boolean measure(Platform platform, Site site, int points, Options options) throws Exception {
        awaitPoints(platform, points);
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        Figures figures = new Figures("site", System.out);
        Instant from = Instant.now();
        ProcessLoad load = new ProcessLoad(platform.pid());
        ProcessLoad source = new ProcessLoad(site.pid());
        try (SiteWatch watch = new SiteWatch(platform, 1)) {
            phase(figures, points + " points at 1 Hz", options.number("minutes", 30), load, source, watch);
            double calm = watch.stream.quantile(0.99);
            site.rate(10);
            phase(figures, points + " points at 10 Hz", options.number("overload-minutes", 5), load, source, watch);
            long overloadHeap = load.lowestHeap();
            site.rate(1);
            Instant to = Instant.now().minusSeconds(2);
            awaitHistory(platform, to);
            CounterAudit audit = new CounterAudit(PIECE);
            for (int unit = 0; unit < AUDITED; unit++) {
                audit.count(platform, Site.twin(unit * (options.number("units", 320) / AUDITED)), "P000", from, to);
            }
            figures.print();
            figures.goal("p99 to the stream " + Math.round(calm) + " ms at 1 Hz", "under 1,000 ms", calm < 1_000);
            long heap = megabytes(options.text("heap", HEAP));
            figures.goal("heap that lives " + overloadHeap + " MB at 10 Hz", "under three quarters of the " + heap + " MB given",
                    overloadHeap > 0 && overloadHeap * 4 < heap * 3);
            figures.goal("counters of " + AUDITED + " units: " + audit, "none lost in silence, none doubled", audit.isComplete());
        }
        return figures.met();
    }

    private static void phase(Figures figures, String name, int minutes, ProcessLoad load, ProcessLoad source, SiteWatch watch) throws Exception {
        load.restart();
        source.restart();
        watch.restart();
        for (int minute = 0; minute < minutes; minute++) {
            for (int look = 0; look < 6; look++) {
                TimeUnit.SECONDS.sleep(10);
                load.look();
            }
            System.out.printf("  %s: minute %d of %d, CPU %.0f %% of a core, heap %s%n", name, minute + 1, minutes, load.cpuPercent(), load.heap());
        }
        figures.row(name + ", " + minutes + " min: CPU of the platform", String.format("%.0f %%", load.cpuPercent()),
                String.format("of one core; the site's server beside it %.0f %%", source.cpuPercent()));
        figures.row("  heap in use, resident", load.heap(), load.resident() + " MB");
        figures.row("  from source to twin, p50 / p99 / most", watch.twin.toString(), watch.twin.count() + " values seen by asking over REST");
        figures.row("  from source to event stream, p50 / p99 / most", watch.stream.toString(), watch.stream.count() + " ticks");
    }

    /** @param size as the JVM takes it: {@code 512m} or {@code 2g} */
    private static long megabytes(String size) {
        long number = Long.parseLong(size.substring(0, size.length() - 1));
        return size.endsWith("g") ? number * 1024 : number;
    }

    private static void awaitPoints(Platform platform, int points) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (platform.get("/connections").get(0).get("received").asLong() < points) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all points arrive: " + platform.get("/connections"));
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** What was received must be in the history before it can be read there. */
    private static void awaitHistory(Platform platform, Instant to) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (true) {
            Instant now = Instant.now();
            if (platform.get("/twins/" + Site.twin(0) + "/points/P000/history?from=" + to + "&to=" + now.plusSeconds(1)).get("total").asLong() > 0) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the history has not caught up within ten minutes");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
