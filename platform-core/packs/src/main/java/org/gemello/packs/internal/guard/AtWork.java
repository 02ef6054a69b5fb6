package org.gemello.packs.internal.guard;

import java.util.Optional;
import org.gemello.api.TwinId;
import org.gemello.packs.internal.bundle.PackOrigin;

/**
 * In whose name a thread works while it is in a behaviour: what is logged meanwhile belongs there.
 *
 * @param origin version of the pack
 * @param twin   whose behaviour it is
 */
public record AtWork(PackOrigin origin, TwinId twin) {
    /** An array, so that each call changes a field and no map; of objects, so that threads of the platform hold no class of this bundle. */
    private static final ThreadLocal<Object[]> HERE = ThreadLocal.withInitial(() -> new Object[1]);

    /** The work of this thread; empty where it is in no behaviour. */
    public static Optional<AtWork> here() {
        return Optional.ofNullable((AtWork) HERE.get()[0]);
    }

    /** Does something in this name. */
    void run(Runnable call) {
        Object[] here = HERE.get();
        here[0] = this;
        try {
            call.run();
        } finally {
            here[0] = null;
        }
    }
}
