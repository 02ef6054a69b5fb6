package org.gemello.packs.internal.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.gemello.spi.pack.PackServices;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives every bundle of a pack the services of its version, and nobody else any. */
public final class PackServicesFactory implements ServiceFactory<PackServices>, AutoCloseable {
    private final Map<PackOrigin, GrantedServices> versions = new ConcurrentHashMap<>();
    private final ServiceRegistration<PackServices> registration;

    public PackServicesFactory(BundleContext context) {
        registration = context.registerService(PackServices.class, this, null);
    }

    /** From now on the bundles of this version find these services. */
    public void open(PackOrigin origin, GrantedServices services) {
        versions.put(origin, services);
    }

    /** Ends what the version has of services: its threads are interrupted. */
    public void close(PackOrigin origin) {
        GrantedServices services = versions.remove(origin);
        if (services != null) {
            services.close();
        }
    }

    @Override
    public PackServices getService(Bundle bundle, ServiceRegistration<PackServices> asked) {
        return versions.entrySet().stream().filter(version -> version.getKey().owns(bundle)).<PackServices>map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<PackServices> asked, PackServices services) {
        // they end with the version, not with one of its bundles
    }

    @Override
    public void close() {
        registration.unregister();
        versions.keySet().forEach(this::close);
    }
}
