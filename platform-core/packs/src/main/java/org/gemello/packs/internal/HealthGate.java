package org.gemello.packs.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.bundle.Patience;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.runtime.exchange.TypeHealth;
import org.gemello.spi.TwinType;
import org.gemello.spi.pack.PackProbe;

/**
 * Watches a new version. An error, a parked twin or a probe in trouble ends it at once; lag, slow calls and a twin that holds its turn only
 * where they stay for a third of the time or five seconds, for a version that has just been cut in may have to catch up.
 */
final class HealthGate {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(5);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private final TypeExchange exchange;
    private final PackSettings.Gate limits;

    HealthGate(TypeExchange exchange, PackSettings.Gate limits) {
        this.exchange = exchange;
        this.limits = limits;
    }

    /** Twins of these types that are parked now. */
    Set<String> parked(List<? extends TwinType<?>> types) {
        Set<String> parked = new HashSet<>();
        for (TwinType<?> type : types) {
            exchange.health(type.id().value()).ifPresent(health -> health.parked().forEach(twin -> parked.add(twin(twin))));
        }
        return parked;
    }

    private static String twin(String parked) {
        return parked.split("[: ]", 2)[0];
    }

    /**
     * Watches for so long.
     *
     * @param wereParked twins that were parked before, which are not held against it
     * @return why it must go, empty where it may stay
     */
    Optional<String> watch(LoadedVersion version, Duration time, Set<String> wereParked) throws InterruptedException {
        long began = System.nanoTime();
        long grace = Math.min(LONGEST_GRACE.toNanos(), time.toNanos() / 3);
        long slowSince = 0;
        while (System.nanoTime() - began < time.toNanos()) {
            Optional<String> failed = failure(version, wereParked);
            if (failed.isPresent()) {
                return failed;
            }
            Optional<String> slow = slowness(version);
            long now = System.nanoTime();
            slowSince = slow.isEmpty() ? 0 : slowSince == 0 ? now : slowSince;
            if (slow.isPresent() && now - slowSince > grace) {
                return slow;
            }
            Thread.sleep(Math.min(LOOK.toMillis(), 1 + time.toMillis() / 4));
        }
        return failure(version, wereParked);
    }

    private Optional<String> failure(LoadedVersion version, Set<String> wereParked) throws InterruptedException {
        if (!version.trouble().isEmpty()) {
            return Optional.of(version.trouble());
        }
        for (TypeHealth health : healths(version)) {
            List<String> parked = health.parked().stream().filter(twin -> !wereParked.contains(twin(twin))).toList();
            if (!parked.isEmpty()) {
                return Optional.of(parked.size() + " of " + health.twins() + " twins of " + health.type() + " have been parked: "
                        + parked.get(0));
            }
            if (health.errors() > 0 && health.errors() * 100 > health.calls() * limits.errorPercent()) {
                return Optional.of(health.errors() + " of " + health.calls() + " calls of " + health.type()
                        + " threw; gemello.packs.gate.errors allows "
                        + limits.errorPercent() + " %");
            }
        }
        return probes(version);
    }

    private Optional<String> slowness(LoadedVersion version) {
        for (TypeHealth health : healths(version)) {
            if (!health.holding().isEmpty()) {
                return Optional.of(health.type() + " does not come back from a call: " + health.holding());
            }
            if (health.lag() > limits.lag()) {
                return Optional.of("a twin of " + health.type() + " is " + health.lag() + " items behind; gemello.packs.gate.lag allows "
                        + limits.lag());
            }
            if (health.p99() > limits.p99().toNanos()) {
                return Optional.of("1 % of the calls of " + health.type() + ", and more than ten, took up to " + health.p99() / 1_000
                        + " us; gemello.packs.gate.p99 allows "
                        + limits.p99().toMillis() + " ms");
            }
        }
        return Optional.empty();
    }

    private List<TypeHealth> healths(LoadedVersion version) {
        return version.types().stream().map(type -> exchange.health(type.id().value())).flatMap(Optional::stream).toList();
    }

    /** What the pack's own probes find, empty where nothing. */
    static Optional<String> probes(LoadedVersion version) throws InterruptedException {
        for (PackProbe probe : version.probes()) {
            try {
                Optional<String> trouble = Patience.within(PROBE, "probe of " + version.origin(),
                        () -> probe.trouble().map(words -> "its probe '" + probe.name() + "' says: " + words));
                if (trouble.isPresent()) {
                    return trouble;
                }
            } catch (PackFailure e) {
                return Optional.of(e.getMessage());
            }
        }
        return Optional.empty();
    }
}
