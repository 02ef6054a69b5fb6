package org.gemello.binding;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An OSGi service that follows changes of the site. Listeners are told one after the other, those of the highest service ranking first: twins are
 * there before the connections that feed them.
 */
@ConsumerType
public interface SiteListener {

    /** The site has changed; the next change waits until this returns. What fails is logged and does not undo the change. */
    void changed(SiteDifference difference);
}
