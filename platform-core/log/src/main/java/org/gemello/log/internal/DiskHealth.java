package org.gemello.log.internal;

import java.util.Locale;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How full the disk is, and what has stopped for it. Not ready once nothing is taken in any more. */
@Component
public final class DiskHealth implements HealthCheck {
    private static final String PART = "disk";
    private final DiskWatch watch;

    @Activate
    public DiskHealth(@Reference DiskWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        String used = String.format(Locale.ROOT, "%.0f %% of the disk of the data folder is in use", watch.used() * 100);
        return switch (watch.level()) {
            case NORMAL -> Health.well(PART, used);
            case NO_EXPORTS -> Health.well(PART, used + ": no exports and no backups until there is room");
            case NO_LOW_CLASS_HISTORY -> Health.well(PART, used + ": no exports, no backups, no history of low class until there is room");
            case NO_INTAKE -> Health.notReady(PART, used + ": nothing more is taken from sources; make room, they wait");
        };
    }
}
