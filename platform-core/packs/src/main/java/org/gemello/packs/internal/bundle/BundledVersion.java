package org.gemello.packs.internal.bundle;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.gemello.packs.internal.guard.GuardedType;
import org.gemello.spi.TwinType;
import org.gemello.spi.pack.PackProbe;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** A version whose bundles run in this framework. */
public final class BundledVersion extends TypedVersion {
    private final BundleContext context;
    private final Duration patience;
    private final ServiceTracker<TwinType<?>, GuardedType<?>> types;
    private final ServiceTracker<PackProbe, PackProbe> probes;
    private final List<Bundle> bundles = new CopyOnWriteArrayList<>();

    private BundledVersion(BundleContext context, PackOrigin origin, Map<String, Integer> declared,
                           Function<TwinType<?>, GuardedType<?>> guard, Duration patience) {
        super(context, origin, declared, guard);
        this.context = context;
        this.patience = patience;
        this.types = new ServiceTracker<>(context, TwinType.class.getName(), new Types());
        this.probes = new ServiceTracker<>(context, PackProbe.class.getName(), new Probes());
    }

    /**
     * Installs and starts the bundles of a version; its types stand by.
     *
     * @param files    content of the bundles by name
     * @param declared schema by type
     * @param patience longest wait for the start and for the types
     * @throws PackFailure where a bundle does not start or the types are not what the manifest says; nothing stays then
     */
    public static BundledVersion load(BundleContext context, PackOrigin origin, Map<String, byte[]> files, Map<String, Integer> declared,
                                      Function<TwinType<?>, GuardedType<?>> guard, Duration patience)
            throws PackFailure, InterruptedException {
        BundledVersion version = new BundledVersion(context, origin, declared, guard, patience);
        version.types.open();
        version.probes.open();
        try {
            Patience.within(patience, "start of " + origin, () -> version.start(files));
            return version;
        } catch (PackFailure | InterruptedException | RuntimeException e) {
            version.abandon(e);
            throw e;
        }
    }

    private void abandon(Exception why) throws InterruptedException {
        try {
            retire();
        } catch (PackFailure e) {
            why.addSuppressed(e);
        }
    }

    private Void start(Map<String, byte[]> files) throws PackFailure, InterruptedException {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Bundle bundle = context.installBundle(origin.location(file.getKey()), new ByteArrayInputStream(file.getValue()));
                bundles.add(bundle);
                bundle.adapt(BundleStartLevel.class).setStartLevel(PackStartLevel.LEVEL);
            }
            for (Bundle bundle : bundles) {
                if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
                    // transient: on a restart of the container nobody starts it before the manager's hooks hold it
                    bundle.start(Bundle.START_TRANSIENT);
                }
            }
        } catch (BundleException e) {
            throw new PackFailure("a bundle of " + origin + " does not start: " + PackFailure.reason(e));
        }
        for (long end = System.nanoTime() + patience.toNanos() / 2; desk.isWaiting() && System.nanoTime() < end; ) {
            Thread.sleep(20);
        }
        if (!desk.trouble().isEmpty()) {
            throw new PackFailure(desk.trouble());
        }
        return null;
    }

    @Override
    public List<PackProbe> probes() {
        return List.copyOf(probes.getTracked().values());
    }

    @Override
    public String trouble() {
        List<String> stopped = bundles.stream().filter(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)
                .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null).map(Bundle::getSymbolicName).toList();
        return stopped.isEmpty() ? desk.trouble() : "its bundles " + stopped + " have been stopped by hand";
    }

    @Override
    public Remains retire() throws PackFailure, InterruptedException {
        desk.removeAll();
        types.close();
        probes.close();
        Remains remains = Remains.of(origin, bundles);
        Patience.within(patience, "stop of " + origin, () -> BundleRemoval.remove(context, bundles));
        bundles.clear();
        return remains;
    }

    /** The tracker must give nothing of the pack back, hence the guard. */
    private final class Types implements ServiceTrackerCustomizer<TwinType<?>, GuardedType<?>> {
        @Override
        public GuardedType<?> addingService(ServiceReference<TwinType<?>> reference) {
            if (!origin.owns(reference.getBundle())) {
                return null;
            }
            TwinType<?> type = context.getService(reference);
            String component = String.valueOf(reference.getProperty("component.name"));
            desk.service(component, type == null ? "its component " + component + " cannot be made; the platform's log has the reason" : "");
            GuardedType<?> guarded = type == null ? null : desk.add(type);
            if (type != null && guarded == null) {
                context.ungetService(reference);
            }
            return guarded;
        }

        @Override
        public void modifiedService(ServiceReference<TwinType<?>> reference, GuardedType<?> type) {
            // its properties mean nothing
        }

        @Override
        public void removedService(ServiceReference<TwinType<?>> reference, GuardedType<?> type) {
            desk.remove(type);
            context.ungetService(reference);
        }
    }

    private final class Probes implements ServiceTrackerCustomizer<PackProbe, PackProbe> {
        @Override
        public PackProbe addingService(ServiceReference<PackProbe> reference) {
            return origin.owns(reference.getBundle()) ? context.getService(reference) : null;
        }

        @Override
        public void modifiedService(ServiceReference<PackProbe> reference, PackProbe probe) {
            // its properties mean nothing
        }

        @Override
        public void removedService(ServiceReference<PackProbe> reference, PackProbe probe) {
            context.ungetService(reference);
        }
    }
}
