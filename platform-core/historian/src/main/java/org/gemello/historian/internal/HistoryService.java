package org.gemello.historian.internal;

import java.io.IOException;
import org.gemello.api.Folders;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.history.History;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.binding.SiteConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The history as a service, in the folder {@code history} of the data; {@link StoreChoice} enables it. */
@Component(service = {History.class, LogSink.class, HealthCheck.class}, enabled = false, property = "gemello.group=" + Historian.GROUP)
public final class HistoryService extends Historian {

    /** @throws IOException where the folder cannot be read or written */
    @Activate
    public HistoryService(@Reference SampleLog log, @Reference SiteConfiguration site, @Reference PlatformAlarms alarms,
            @Reference DiskWatch disk, BundleContext context) throws IOException {
        super(Folders.data().resolve(GROUP), HistorySettings.from(context::getProperty),
                new Surroundings(alarms, () -> disk.level().stops(DiskWatch.Level.NO_LOW_CLASS_HISTORY), new LowClass(site)),
                offset -> log.commit(GROUP, offset));
    }

    @Override
    @Deactivate
    public void close() {
        super.close();
    }
}
