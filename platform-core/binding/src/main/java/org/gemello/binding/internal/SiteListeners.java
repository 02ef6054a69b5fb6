package org.gemello.binding.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.binding.SiteDifference;
import org.gemello.binding.SiteListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listeners that are there at the moment, those of the highest ranking first. They are looked up only then: a listener reads the site
 * when it begins, so that neither waits for the other at the start.
 */
final class SiteListeners implements Consumer<SiteDifference> {
    private static final Logger LOG = LoggerFactory.getLogger(SiteListeners.class);
    private final BundleContext bundle;

    SiteListeners(BundleContext bundle) {
        this.bundle = bundle;
    }

    @Override
    public void accept(SiteDifference difference) {
        for (ServiceReference<SiteListener> reference : ranked()) {
            SiteListener listener = bundle.getService(reference);
            if (listener == null) {
                continue; // it has gone in between
            }
            try {
                listener.changed(difference);
            } catch (RuntimeException e) {
                LOG.error("{} has not followed the change of the site", listener, e);
            } finally {
                bundle.ungetService(reference);
            }
        }
    }

    private List<ServiceReference<SiteListener>> ranked() {
        try {
            Collection<ServiceReference<SiteListener>> all = bundle.getServiceReferences(SiteListener.class, null);
            return all.stream().sorted(Comparator.<ServiceReference<SiteListener>>naturalOrder().reversed()).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }
}
