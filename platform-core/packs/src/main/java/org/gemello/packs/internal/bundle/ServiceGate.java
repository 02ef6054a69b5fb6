package org.gemello.packs.internal.bundle;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.gemello.spi.pack.PackServices;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Who sees which service: a pack those of its own version and a few of the platform; only the pack manager those of a pack. So nobody can
 * hold
 * an object of a pack, and a twin type gets to the runtime by its guard alone.
 */
final class ServiceGate implements FindHook, EventListenerHook {
    /** What the platform offers to packs; the condition is what declarative services ask for by themselves. */
    private static final Set<String> OFFERED = Set.of(PackServices.class.getName(), "org.osgi.service.condition.Condition",
            "org.osgi.service.log.LoggerFactory", "org.osgi.service.log.LogService");
    private final Bundle manager;

    ServiceGate(Bundle manager) {
        this.manager = manager;
    }

    @Override
    public void find(BundleContext context, String name, String filter, boolean allServices, Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> !sees(context.getBundle(), reference));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(context -> !sees(context.getBundle(), event.getServiceReference()));
    }

    private boolean sees(Bundle bundle, ServiceReference<?> reference) {
        if (bundle.equals(manager)) {
            return true;
        }
        Bundle owner = reference.getBundle();
        String theirs = owner == null ? null : PackOrigin.prefix(owner);
        String own = PackOrigin.prefix(bundle);
        if (own == null || theirs != null) {
            return own == null ? theirs == null : own.equals(theirs);
        }
        return Arrays.stream((String[]) reference.getProperty(Constants.OBJECTCLASS)).allMatch(OFFERED::contains);
    }
}
