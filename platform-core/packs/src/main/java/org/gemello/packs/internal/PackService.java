package org.gemello.packs.internal;

import java.io.IOException;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.job.Jobs;
import org.gemello.api.pack.Packs;
import org.gemello.packs.internal.PackPlatform.Surroundings;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.security.Audit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The pack manager in the container. */
@Component(service = HealthCheck.class, immediate = true)
public final class PackService implements HealthCheck {
    private final PackPlatform platform;
    private final ServiceRegistration<Packs> registration;

    @Activate
    public PackService(BundleContext context, @Reference TypeExchange exchange, @Reference Jobs jobs, @Reference Audit audit,
                       @Reference PlatformAlarms alarms) throws IOException {
        platform = new PackPlatform(new Surroundings(context, Folders.data().resolve("packs"), Folders.config().resolve("packs"), exchange,
                jobs, audit,
                alarms, Clock.systemUTC()), PackSettings.from(context::getProperty), stage -> { });
        registration = context.registerService(Packs.class, platform.packs(), null);
        platform.start();
    }

    @Override
    public Health health() {
        return platform.health();
    }

    @Deactivate
    void stop() {
        registration.unregister();
        platform.close();
    }
}
