package org.gemello.historian.internal;

import java.io.IOException;
import org.gemello.api.Folders;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.history.History;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The history as a service, in the folder {@code history} of the data. */
@Component(service = {History.class, LogSink.class, HealthCheck.class}, property = "gemello.group=" + Historian.GROUP)
public final class HistoryService extends Historian {

    /** @throws IOException where the folder cannot be read or written */
    @Activate
    public HistoryService(@Reference SampleLog log, BundleContext context) throws IOException {
        super(Folders.data().resolve(GROUP), HistorySettings.from(context::getProperty), offset -> log.commit(GROUP, offset));
    }

    @Override
    @Deactivate
    public void close() {
        super.close();
    }
}
