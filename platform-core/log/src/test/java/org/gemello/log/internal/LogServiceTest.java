package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.TraceId;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.SampleLog;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class LogServiceTest {
    @TempDir
    Path data;
    private final Map<String, String> properties = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    @BeforeEach
    void setFolder() {
        System.setProperty("gemello.data", data.toString());
    }

    @AfterEach
    void clearFolder() {
        System.clearProperty("gemello.data");
    }

    /** As much of a framework as the service uses. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> properties.get(arguments[0]);
                    case "registerService" -> register((Class<?>) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private Object register(Class<?> type, Object service) {
        services.put(type, service);
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ServiceRegistration.class},
                (proxy, method, arguments) -> services.remove(type));
    }

    private HealthCheck.Health health() {
        return ((HealthCheck) services.get(HealthCheck.class)).health();
    }

    @Test
    void everythingIsPublishedAndGoesWithTheService() {
        LogService service = new LogService(context());
        assertThat(services).containsOnlyKeys(SampleLog.class, HealthCheck.class, DeadLetters.class, PlatformAlarms.class, DiskWatch.class);
        assertThat(((SampleLog) services.get(SampleLog.class)).append(new Tick(Entries.NOON), TraceId.NONE).join()).isZero();
        assertThat(health().ready()).isTrue();
        service.close();
        assertThat(services).isEmpty();
    }

    @Test
    void aLogThatCannotBeOpenedSaysWhyAndIsOpenedWhenItCan() {
        CloseableSampleLog other = SampleLogs.open(data.resolve("log"));
        LogService service = new LogService(context(), 50);
        assertThat(services).doesNotContainKey(SampleLog.class).containsKeys(PlatformAlarms.class, DeadLetters.class);
        assertThat(health().part()).isEqualTo("log");
        assertThat(health().ready()).isFalse();
        assertThat(health().text()).contains("already open").contains("tried again");
        other.close();
        await().until(() -> services.containsKey(SampleLog.class));
        assertThat(health().ready()).isTrue();
        service.close();
    }

    @Test
    void aSettingThatIsNotUnderstoodIsNamedInTheHealth() {
        properties.put("gemello.log.commit.window", "soon");
        LogService service = new LogService(context(), 50);
        assertThat(health().ready()).isFalse();
        assertThat(health().text()).contains("gemello.log.commit.window").contains("20 ms");
        service.close();
    }

    @Test
    void aDiskThatIsTooFullHoldsSourcesBack() {
        properties.putAll(Map.of("gemello.disk.exports.percent", "0", "gemello.disk.history.percent", "0", "gemello.disk.intake.percent", "0",
                "gemello.disk.hysteresis.percent", "0"));
        LogService wrong = new LogService(context(), 50);
        assertThat(health().text()).as("a level of 0 would never be left").contains("disk levels");
        wrong.close();
        properties.replaceAll((key, value) -> key.contains("hysteresis") ? "0" : "1");
        LogService service = new LogService(context(), 50);
        SampleLog log = (SampleLog) services.get(SampleLog.class);
        DiskWatch watch = (DiskWatch) services.get(DiskWatch.class);
        assumeTrue(watch.used() >= 0.01, "SKIPPED: the disk of the folder for temporary files is empty");
        Thread source = new Thread(() -> log.append(Entries.doubles(log.points(), 1, 1), TraceId.NONE));
        source.start();
        await().until(() -> source.getState() == Thread.State.WAITING);
        assertThat(((PlatformAlarms) services.get(PlatformAlarms.class)).active()).hasSize(3);
        service.close();
        await().until(() -> !source.isAlive());
    }
}
