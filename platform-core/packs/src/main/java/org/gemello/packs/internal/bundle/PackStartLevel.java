package org.gemello.packs.internal.bundle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The start level of packs: after the platform. */
public final class PackStartLevel {
    static final int LEVEL = 80;
    private static final long LONGEST_MINUTES = 10;

    private PackStartLevel() {
    }

    /** Waits until the framework has come so far; below it no bundle of a pack can be started. */
    public static void await(BundleContext context) throws InterruptedException {
        FrameworkStartLevel framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        CountDownLatch reached = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (framework.getStartLevel() >= LEVEL) {
                reached.countDown();
            }
        };
        context.addFrameworkListener(listener);
        try {
            if (framework.getStartLevel() < LEVEL) {
                reached.await(LONGEST_MINUTES, TimeUnit.MINUTES);
            }
        } finally {
            context.removeFrameworkListener(listener);
        }
    }
}
