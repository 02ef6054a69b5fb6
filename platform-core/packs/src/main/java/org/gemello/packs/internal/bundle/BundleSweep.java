package org.gemello.packs.internal.bundle;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the bundles of packs that a container has kept from before its restart: what serves is installed anew from the checked files. */
public final class BundleSweep {
    private static final Logger LOG = LoggerFactory.getLogger(BundleSweep.class);

    private BundleSweep() {
    }

    public static void sweep(BundleContext context) {
        for (Bundle bundle : List.of(context.getBundles())) {
            if (PackOrigin.isPack(bundle)) {
                try {
                    bundle.uninstall();
                } catch (BundleException e) {
                    LOG.error("{} cannot be uninstalled", bundle.getLocation(), e);
                }
            }
        }
    }
}
