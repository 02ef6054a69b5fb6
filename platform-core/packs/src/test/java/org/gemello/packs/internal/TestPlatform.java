package org.gemello.packs.internal;

import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.Packs;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.twin.Severity;
import org.gemello.gpack.PackKeys;
import org.gemello.jobs.internal.JobRunner;
import org.gemello.packs.internal.bundle.TestFramework;
import org.gemello.packs.internal.store.Journal;
import org.gemello.security.AuditEvent;
import org.gemello.spi.TwinType;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** A pack manager on a real framework, with a runtime that only remembers who serves. */
final class TestPlatform implements AutoCloseable, PlatformAlarms {
    static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    static final PackGrant ASKED = new PackGrant(List.of("*/*"), List.of("*/SUM"), List.of(), false, List.of(), 0);
    final TestExchange exchange = new TestExchange();
    final List<AuditEvent> audit = java.util.Collections.synchronizedList(new ArrayList<>());
    final Map<String, String> alarms = new ConcurrentHashMap<>();
    final Map<String, String> properties = new HashMap<>(Map.of("gemello.packs.confirm", "100 ms", "gemello.packs.catch-up", "20 s"));
    volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final TestFramework framework;
    private final Path folder;
    private JobRunner jobs;
    private PackPlatform platform;
    private ServiceListener whiteboard;

    TestPlatform(TestFramework framework, Path folder) {
        this.framework = framework;
        this.folder = folder;
    }

    TestPlatform with(String key, String value) {
        properties.put("gemello.packs." + key, value);
        return this;
    }

    TestPlatform start() throws Exception {
        return start(stage -> { });
    }

    TestPlatform start(Consumer<Journal.Stage> stages) throws Exception {
        whiteboard = this::typeChanged;
        framework.context().addServiceListener(whiteboard, "(" + Constants.OBJECTCLASS + "=" + TwinType.class.getName() + ")");
        jobs = new JobRunner(folder.resolve("jobs.list"), 2, 100, Duration.ofSeconds(20));
        platform = new PackPlatform(new PackPlatform.Surroundings(framework.context(), data(), folder.resolve("config/packs"), exchange,
                jobs, audit::add, this,
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                }), PackSettings.from(properties::get), stages);
        ended(platform.start().id());
        return this;
    }

    /** As the runtime's whiteboard does it, for types that serve. */
    private void typeChanged(ServiceEvent event) {
        ServiceReference<?> reference = event.getServiceReference();
        TwinType<?> type = (TwinType<?>) framework.context().getService(reference);
        if (type == null || reference.getProperty("gemello.pack") == null) {
            return;
        }
        if (event.getType() != ServiceEvent.UNREGISTERING && Boolean.FALSE.equals(reference.getProperty("gemello.standby"))) {
            exchange.serving.putIfAbsent(type.id().value(), type);
        } else {
            exchange.serving.remove(type.id().value(), type);
        }
    }

    Path data() {
        return folder.resolve("data/packs");
    }

    Path config() {
        return folder.resolve("config/packs");
    }

    Packs packs() {
        return platform.packs();
    }

    PackPlatform platform() {
        return platform;
    }

    TestPlatform trustAcme() throws IOException {
        packs().trust("acme", PackKeys.publicPem(TestPack.KEY.getPublic()), ADMIN);
        return this;
    }

    StagedPack stage(TestPack pack) throws IOException, PackRefusedException {
        try (var in = Files.newInputStream(pack.write(folder.resolve("built")))) {
            return packs().stage(in, ADMIN);
        }
    }

    JobView install(TestPack pack) throws IOException, PackRefusedException {
        return run(new PackRequest(PackRequest.Action.INSTALL, "counter", stage(pack).handle(), ASKED, null));
    }

    JobView run(PackRequest request) throws IOException {
        return ended(packs().start(request, ADMIN).id());
    }

    JobView ended(String id) {
        return await().until(() -> jobs.job(id).orElseThrow(), job -> job.state().isEnd());
    }

    JobRunner jobs() {
        return jobs;
    }

    /** Schema of the type that serves, 0 where none does. */
    int serving() {
        TwinType<?> type = exchange.serving.get(CounterPack.TYPE);
        return type == null ? 0 : type.model().schema();
    }

    @Override
    public void close() {
        platform.close();
        jobs.close();
        framework.context().removeServiceListener(whiteboard);
    }

    @Override
    public void raise(String name, Severity severity, String message) {
        alarms.put(name, message);
    }

    @Override
    public void clear(String name, String message) {
        alarms.remove(name);
    }

    @Override
    public List<PlatformAlarm> active() {
        return alarms.entrySet().stream().map(alarm -> new PlatformAlarm(alarm.getKey(), Severity.MEDIUM, alarm.getValue(), now)).toList();
    }
}
