package org.gemello.packs.internal.bundle;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.bundle.CollisionHook;

/** The same bundle may be there twice where it belongs to packs: an author's version is built many times under one number. */
final class CollisionGate implements CollisionHook {

    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        // while a bundle is being installed the target is who installs, which is the pack manager for packs alone
        candidates.removeIf(PackOrigin::isPack);
    }
}
