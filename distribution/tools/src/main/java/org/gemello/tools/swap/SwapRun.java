package org.gemello.tools.swap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gemello.testkit.Figures;
import org.gemello.tools.CounterAudit;
import org.gemello.tools.Platform;

/** The swaps: good ones to and fro, bad ones in between that must be refused or taken back, and some in which the platform is killed. */
public final class SwapRun {
    private static final Variant ONE = new Variant("1.0.0", 1, true, Variant.Fault.NONE);
    private static final Variant TWO = new Variant("2.0.0", 2, true, Variant.Fault.NONE);
    private static final List<Variant> BAD = List.of(
            new Variant("3.0.0", 2, true, Variant.Fault.THROWS),
            new Variant("3.0.1", 2, true, Variant.Fault.THROWS_LATE),
            new Variant("3.0.2", 2, true, Variant.Fault.HANGS),
            new Variant("3.0.3", 2, true, Variant.Fault.HANGS_LATE),
            new Variant("3.0.4", 3, false, Variant.Fault.NONE));
    private static final int LATE_CONFIRM_SECONDS = 15;
    private final Platform platform;
    private final CounterPlant plant;
    private final CounterPacks forge;
    private final PackClient packs;
    private final int watchSeconds;
    private final Figures figures;
    private final List<Long> pauses = new ArrayList<>();
    private final List<Long> durations = new ArrayList<>();
    private String serving = "";

    SwapRun(Platform platform, CounterPlant plant, Path folder, int watchSeconds, Figures figures) throws IOException {
        this.platform = platform;
        this.plant = plant;
        this.forge = new CounterPacks(folder.resolve("forge"));
        this.packs = new PackClient(platform);
        this.watchSeconds = watchSeconds;
        this.figures = figures;
    }

    /** Installs the first version and waits until both twins count. */
    void begin() throws Exception {
        packs.trust(CounterPacks.PUBLISHER, forge.publicKey());
        swap(ONE);
        awaitCounting();
    }

    void goodSwaps(int count) throws Exception {
        for (int swap = 0; swap < count; swap++) {
            swap(serving.equals(ONE.version()) ? TWO : ONE);
            if ((swap + 1) % 10 == 0) {
                System.out.printf("  %d of %d swaps, longest pause so far %.1f ms%n", swap + 1, count, quantile(1) / 1e6);
            }
        }
    }

    private void swap(Variant variant) throws Exception {
        long began = System.nanoTime();
        String job = packs.install(packs.upload(forge.pack(variant)), watchSeconds, true);
        JsonNode operation = packs.operation(job);
        if (!operation.get("outcome").asText().equals("DONE")) {
            throw new IllegalStateException("a good swap failed: " + operation);
        }
        durations.add(System.nanoTime() - began);
        pauses.addAll(PackClient.pauses(operation));
        serving = variant.version();
        awaitVersion();
    }

    /** Versions that must not stay: refused in the plan or in the shadow, or rolled back while they are watched. */
    void badSwaps() throws Exception {
        for (Variant bad : BAD) {
            String handle = packs.upload(forge.pack(bad));
            boolean late = bad.fault() == Variant.Fault.THROWS_LATE || bad.fault() == Variant.Fault.HANGS_LATE;
            String job = packs.install(handle, LATE_CONFIRM_SECONDS, false);
            if (late) {
                await("version " + bad.version() + " serves", () -> packs.isAt(job, "confirm"));
                plant.call(bad.call());
            }
            packs.await(job);
            JsonNode operation = packs.operation(job);
            String outcome = operation.get("outcome").asText();
            figures.row("version that " + (bad.migrations() ? bad.fault().name().toLowerCase().replace('_', ' ') : "has no migration"), outcome,
                    operation.get("message").asText());
            figures.goal("a version with fault " + bad.fault() + ", migrations " + bad.migrations() + ": " + outcome,
                    late ? "ROLLED_BACK" : "REFUSED by the plan or FAILED before the cut", late ? outcome.equals("ROLLED_BACK")
                    : outcome.equals(bad.migrations() ? "FAILED" : "REFUSED"));
            awaitVersion();
            awaitCounting();
        }
    }

    /** Kills the platform at a random moment of a swap, starts it again: one of both versions serves, and it counts on. */
    void killedSwaps(int count) throws Exception {
        Random moments = new Random(4);
        int newer = 0;
        for (int kill = 0; kill < count; kill++) {
            Variant next = serving.equals(ONE.version()) ? TWO : ONE;
            packs.install(packs.upload(forge.pack(next)), 1, false);
            TimeUnit.MILLISECONDS.sleep(moments.nextInt(1_500)); // the moment of the kill is what is tried here, not a condition
            platform.kill();
            platform.start();
            String now = packs.pack(CounterPacks.ID).get("version").asText();
            if (!now.equals(serving) && !now.equals(next.version())) {
                throw new IllegalStateException("after the kill neither " + serving + " nor " + next.version() + " serves but " + now);
            }
            newer += now.equals(next.version()) ? 1 : 0;
            serving = now;
            awaitVersion();
            awaitCounting();
        }
        figures.row("kill -9 in the middle of a swap", count + " times", newer + " times the new version served afterwards, else the old one");
    }

    private void awaitVersion() throws Exception {
        await("version " + serving, () -> packs.pack(CounterPacks.ID).get("version").asText().equals(serving)
                && packs.pack(CounterPacks.ID).get("state").asText().equals("ACTIVE"));
    }

    private void awaitCounting() throws Exception {
        for (String twin : List.of(CounterPlant.OPCUA_TWIN, CounterPlant.MQTT_TWIN)) {
            long before = state(twin, "Seen");
            await(twin + " counts", () -> state(twin, "Seen") > before + CounterState.COUNTERS);
        }
    }

    /** A derived value as the twin shows it now. */
    long state(String twin, String point) throws Exception {
        for (JsonNode sample : platform.get("/twins/" + twin + "/state")) {
            if (sample.get("point").asText().equals(twin + "/" + point)) {
                return sample.path("value").asLong();
            }
        }
        return 0;
    }

    void reportPauses() {
        Collections.sort(durations);
        figures.row("swap, from upload to retired", String.format("%.1f s", durations.get(durations.size() / 2) / 1e9),
                String.format("median of %d with %d s of watching; longest %.1f s", durations.size(), watchSeconds, durations.get(durations.size() - 1) / 1e9));
        figures.goal(String.format("pause of a twin in %d cuts: p50 %.3f ms, p99 %.3f ms, longest %.3f ms", pauses.size(), quantile(0.5) / 1e6,
                quantile(0.99) / 1e6, quantile(1) / 1e6), "p99 under 500 ms", !pauses.isEmpty() && quantile(0.99) < 500e6);
        pauses.clear();
    }

    private double quantile(double share) {
        List<Long> sorted = new ArrayList<>(pauses);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** What retired versions have left behind once those that hang for a while have ended, in the words of the platform; empty where nothing. */
    String awaitNothingLeft(long pid) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        String leak = packs.pack(CounterPacks.ID).get("leak").asText();
        while (!leak.isEmpty() && System.nanoTime() < deadline) {
            Footprint.collect(pid);
            TimeUnit.SECONDS.sleep(3);
            leak = packs.pack(CounterPacks.ID).get("leak").asText();
        }
        return leak;
    }

    /** Every counter and every effect in the history. */
    CounterAudit audit(String twin, boolean effects, Instant from, Instant to) throws Exception {
        CounterAudit audit = new CounterAudit(Duration.ofMinutes(5));
        if (effects) {
            audit.count(platform, twin, CounterType.ECHO, from, to);
            return audit;
        }
        for (int i = 0; i < CounterState.COUNTERS; i++) {
            audit.count(platform, twin, CounterType.point(i), from, to);
        }
        return audit;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("waited two minutes for: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
