package org.gemello.packs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackState;
import org.gemello.api.pack.PackView;
import org.gemello.api.twin.Severity;
import org.gemello.packs.internal.bundle.LoadedVersion;

/** Health part {@code packs}: what is parked, leaks, is unsigned, is signed with a revoked key, or has been refused something. */
final class PackHealth {
    private final PackSettings settings;
    private final RunningPacks running;
    private final PackLoader loader;
    private final LeakBook leaks;
    private final PlatformAlarms alarms;
    private final TwinWatch twins;
    private volatile List<PackView> views = List.of();
    private volatile boolean started;

    PackHealth(PackSettings settings, RunningPacks running, PackLoader loader, LeakBook leaks, PlatformAlarms alarms, TwinWatch twins) {
        this.settings = settings;
        this.running = running;
        this.loader = loader;
        this.leaks = leaks;
        this.alarms = alarms;
        this.twins = twins;
    }

    /** All packs have been started that can be. */
    void started() {
        started = true;
    }

    /** Looks at the packs again, so that {@link #health} can answer at once. */
    void look(List<PackView> packs) {
        views = List.copyOf(packs);
        for (PackView pack : packs) {
            String alarm = "packs." + pack.id() + ".key";
            if (pack.signature().state() == PackSignature.State.REVOKED) {
                alarms.raise(alarm, Severity.HIGH, "pack " + pack.id() + " serves and " + pack.signature().sentence());
            } else {
                alarms.clear(alarm, "its key is not revoked");
            }
            twins.look(pack);
        }
        leaks.check();
    }

    HealthCheck.Health health() {
        if (!started) {
            return HealthCheck.Health.notReady("packs", "the packs are being started");
        }
        List<String> words = new ArrayList<>();
        for (PackView pack : views) {
            String reason = running.reason(pack.id());
            PackState state = running.state(pack.id());
            if (state == PackState.PARKED) {
                words.add(pack.id() + " " + pack.version() + " is parked: " + reason);
            }
            if (pack.signature().state() != PackSignature.State.TRUSTED) {
                words.add(pack.signature().sentence());
            }
            if (!leaks.words(pack.id()).isEmpty()) {
                words.add(leaks.words(pack.id()));
            }
        }
        for (Map.Entry<String, LoadedVersion> pack : running.all().entrySet()) {
            String refused = loader.refusals(pack.getValue().origin());
            if (!refused.isEmpty()) {
                words.add(pack.getKey() + " has been refused " + refused + "; see the audit log");
            }
        }
        if (settings.allowUnsigned()) {
            words.add("UNSIGNED PACKS MAY BE INSTALLED: gemello.packs.allow-unsigned is true, which is for tests alone");
        }
        return HealthCheck.Health.well("packs", views.size() + " packs" + (words.isEmpty() ? "" : "; " + String.join("; ", words)));
    }
}
