package org.gemello.packs.internal;

import java.io.IOException;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes versions out of memory and looks for what they leave. */
final class Retirement {
    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private final PackLoader loader;
    private final LeakBook leaks;

    Retirement(PackLoader loader, LeakBook leaks) {
        this.loader = loader;
        this.leaks = leaks;
    }

    /** @return what it left, in words; empty where nothing */
    String retire(LoadedVersion version) throws InterruptedException {
        try {
            return leaks.look(loader.retire(version));
        } catch (PackFailure e) {
            LOG.error("{} does not go: {}", version.origin(), e.getMessage());
            return e.getMessage();
        }
    }

    /** The same as a step of an operation, which tells what was left. */
    void retire(LoadedVersion version, Operation operation) throws IOException, InterruptedException {
        operation.step("retire", version.origin().toString());
        String left = retire(version);
        if (!left.isEmpty()) {
            operation.step("retire", left);
        }
    }
}
