package org.gemello.packs.internal.bundle;

import java.util.List;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;

/** The hooks that hold packs, registered before the first bundle of a pack is installed. */
public final class PackHooks implements AutoCloseable {
    private final List<ServiceRegistration<?>> registrations;

    /** @param packages packages of the platform to which packs may be wired */
    public PackHooks(BundleContext context, Predicate<String> packages) {
        ServiceGate services = new ServiceGate(context.getBundle());
        registrations = List.of(context.registerService(ResolverHookFactory.class, new ResolverGate(packages), null),
                context.registerService(CollisionHook.class, new CollisionGate(), null),
                context.registerService(FindHook.class, services, null),
                context.registerService(EventListenerHook.class, services, null));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
