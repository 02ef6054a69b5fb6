package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.api.exchange.HistoryExchange;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.history.History;
import org.gemello.api.job.Jobs;
import org.gemello.api.log.SampleLog;
import org.gemello.exchange.internal.RoomOnDisk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Exports and imports as a service, in {@code exports} and {@code imports} of the data. */
@Component(service = HistoryExchange.class)
public final class HistoryFilesService extends HistoryFiles {

    /** @throws IOException where the data folder cannot be read or written */
    @Activate
    public HistoryFilesService(@Reference(target = "(!(gemello.history=models))") History history, @Reference SampleLog log, @Reference Jobs jobs,
                               @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) DiskWatch disk)
            throws IOException {
        super(Folders.data(), history, log, jobs, new RoomOnDisk(disk), Clock.systemUTC());
    }
}
