package org.gemello.rest.internal;

import org.gemello.api.health.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The platform is not ready while the container still installs and starts its parts: what is not there yet cannot say that it is unwell.
 * The container tells the end of it by a service, which is looked for by name: nothing here depends on Karaf.
 */
@Component
public final class BootHealth implements HealthCheck {
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";
    private final BundleContext context;

    @Activate
    public BootHealth(BundleContext context) {
        this.context = context;
    }

    @Override
    public Health health() {
        try {
            return context.getAllServiceReferences(BOOT_FINISHED, null) == null ? Health.notReady("container", "its parts are being started")
                    : Health.well("container", "all parts are started");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is given", e);
        }
    }
}
