package org.gemello.packs.internal.bundle;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.FrameworkWiring;

/** Takes the bundles of a version out of the framework without touching any other bundle. */
final class BundleRemoval {
    private BundleRemoval() {
    }

    /** Stops and uninstalls all; the last that used another of them goes first where the framework leaves it a choice. */
    static Void remove(BundleContext context, List<Bundle> bundles) throws PackFailure, InterruptedException {
        PackFailure failure = null;
        for (Bundle bundle : bundles) {
            try {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    bundle.uninstall();
                }
            } catch (BundleException e) {
                failure = new PackFailure(bundle.getSymbolicName() + " cannot be uninstalled: " + PackFailure.reason(e));
            }
        }
        letGo(context, bundles);
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    /**
     * Bundles of one version that were wired to each other hold each other after they have gone, until the framework looks at them again.
     */
    private static void letGo(BundleContext context, List<Bundle> bundles) throws InterruptedException {
        FrameworkWiring framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        Collection<Bundle> pending = framework.getRemovalPendingBundles().stream().filter(bundles::contains).toList();
        if (pending.isEmpty() || !bundles.containsAll(framework.getDependencyClosure(pending))) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        framework.refreshBundles(pending, listener);
        done.await(10, TimeUnit.SECONDS);
    }
}
