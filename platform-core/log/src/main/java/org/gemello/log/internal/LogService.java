package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Folders;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.log.SampleLog;
import org.gemello.log.LogOptions;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Opens the log and the dead letters in the platform's data folder and publishes them. Options are the properties
 * {@code gemello.log.*} of the framework or the system, see {@link LogOptions}.
 */
@Component(service = {})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.gemello.api.log.SampleLog,"
        + "org.gemello.api.connection.DeadLetters,org.gemello.api.health.HealthCheck'")
public final class LogService {
    private final DeadLetterStore deadLetters;
    private final FileSampleLog log;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public LogService(BundleContext context) {
        deadLetters = new DeadLetterStore(Folders.data().resolve("dead-letters"));
        log = FileSampleLog.open(Folders.data().resolve("log"), LogOptions.from(context::getProperty));
        registrations.add(context.registerService(SampleLog.class, log, null));
        registrations.add(context.registerService(HealthCheck.class, log, null));
        registrations.add(context.registerService(DeadLetters.class, deadLetters, null));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        log.close();
        deadLetters.close();
    }
}
