package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Folders;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.SampleLog;
import org.gemello.log.LogOptions;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the log and the dead letters in the platform's data folder and publishes them, and beside them the platform's alarms and
 * the watch over the disk. Options are the properties {@code gemello.log.*} and {@code gemello.disk.*} of the framework or the
 * system, see {@link LogOptions} and {@link DiskOptions}. A log that cannot be opened says why in the health and is tried again.
 */
@Component(service = {})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.gemello.api.log.SampleLog,"
        + "org.gemello.api.connection.DeadLetters,org.gemello.api.health.HealthCheck,org.gemello.api.health.PlatformAlarms,"
        + "org.gemello.api.health.DiskWatch'")
public final class LogService {
    private static final Logger LOG = LoggerFactory.getLogger(LogService.class);
    private static final long AGAIN_MILLIS = 10_000;
    private final BundleContext context;
    private final long againMillis;
    private final PlatformAlarmLog alarms = new PlatformAlarmLog(Folders.data().resolve("alarms").resolve("platform.alarms"));
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Thread opener = new Thread(this::openInTime, "gemello-log-open");
    private volatile String problem = "the sample log is being opened";
    private FileStoreWatch watch;
    private DeadLetterStore deadLetters;
    private volatile FileSampleLog log;
    private boolean closed;

    @Activate
    public LogService(BundleContext context) {
        this(context, AGAIN_MILLIS);
    }

    /** @param againMillis time between two attempts to open the log */
    LogService(BundleContext context, long againMillis) {
        this.context = context;
        this.againMillis = againMillis;
        HealthCheck health = () -> log == null ? HealthCheck.Health.notReady("log", problem) : log.health();
        registrations.add(context.registerService(HealthCheck.class, health, null));
        registrations.add(context.registerService(PlatformAlarms.class, alarms, null));
        if (!open()) {
            opener.setDaemon(true);
            opener.start();
        }
    }

    private synchronized boolean open() {
        try {
            if (watch == null) {
                watch = new FileStoreWatch(DiskOptions.from(context::getProperty), FileStoreWatch.Usage.of(Folders.data()), alarms,
                        this::onLevel);
                watch.start();
                registrations.add(context.registerService(DiskWatch.class, watch, null));
            }
            if (deadLetters == null) {
                deadLetters = new DeadLetterStore(Folders.data().resolve("dead-letters"));
                registrations.add(context.registerService(DeadLetters.class, deadLetters, null));
            }
            log = FileSampleLog.open(Folders.data().resolve("log"), LogOptions.from(context::getProperty), alarms);
            onLevel(watch.level());
            alarms.log(log);
            registrations.add(context.registerService(SampleLog.class, log, null));
            return true;
        } catch (RuntimeException e) {
            problem = e.getMessage() + "; it is tried again every " + againMillis / 1000 + " s";
            LOG.error(problem, e);
            return false;
        }
    }

    private synchronized void openInTime() {
        try {
            while (!closed && !open()) {
                wait(againMillis);
            }
        } catch (InterruptedException e) {
            LOG.debug("closed", e);
        }
    }

    private void onLevel(DiskWatch.Level level) {
        FileSampleLog open = log;
        if (open != null) {
            open.intake(!level.stops(DiskWatch.Level.NO_INTAKE));
        }
    }

    @Deactivate
    synchronized void close() {
        closed = true;
        notifyAll();
        registrations.forEach(ServiceRegistration::unregister);
        if (watch != null) {
            watch.close();
        }
        alarms.close();
        if (log != null) {
            log.close();
        }
        if (deadLetters != null) {
            deadLetters.close();
        }
    }
}
