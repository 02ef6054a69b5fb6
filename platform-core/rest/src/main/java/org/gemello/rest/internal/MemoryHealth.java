package org.gemello.rest.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import org.gemello.api.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An error for want of memory in a pack's behaviour parks its twin, and the platform goes on. One that ends any other thread would leave a part
 * limping, so the process ends at once and whoever looks after it, such as systemd, starts it again: nothing that was acknowledged is lost. Where the
 * heap is full of what lives, the platform says that only a restart can help.
 */
@Component
public final class MemoryHealth implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryHealth.class);
    private static final String PART = "memory";
    private static final double FULL = 0.97;
    private static final int EXIT_CODE = 3;

    @Activate
    void watch() {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            LOG.error("thread {} ended", thread.getName(), error);
            if (error instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        });
    }

    @Deactivate
    void forget() {
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @Override
    public Health health() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage).flatMap(usage -> Optional.ofNullable(usage).stream())
                .filter(usage -> usage.getMax() > 0).max((a, b) -> Long.compare(a.getMax(), b.getMax())).map(MemoryHealth::of)
                .orElseGet(() -> Health.well(PART, "this JVM does not tell what lives"));
    }

    /** @param old what the old generation held after its last collection */
    static Health of(MemoryUsage old) {
        String text = old.getUsed() / (1 << 20) + " of " + old.getMax() / (1 << 20) + " MiB lived after the last full collection";
        return old.getUsed() < FULL * old.getMax() ? Health.well(PART, text)
                : Health.dead(PART, text + "; give the platform more heap (GEMELLO_HEAP) or find what holds it");
    }
}
