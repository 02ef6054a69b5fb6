package org.gemello.historian.postgres.internal;

import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.history.History;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The history on PostgreSQL as a service; {@link StoreChoice} enables it. */
@Component(service = {History.class, LogSink.class, HealthCheck.class}, enabled = false,
    property = "gemello.group=" + PostgresHistory.GROUP)
public final class PostgresHistoryService extends PostgresHistory {

    /** @throws IllegalArgumentException where a property cannot be used, naming it */
    @Activate
    public PostgresHistoryService(@Reference SampleLog log, @Reference PlatformAlarms alarms, BundleContext context) {
        super(PostgresSettings.from(context::getProperty), alarms, offset -> log.commit(GROUP, offset), log::end);
    }

    @Override
    @Deactivate
    public void close() {
        super.close();
    }
}
