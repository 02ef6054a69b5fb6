package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.api.backup.Backups;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.job.Jobs;
import org.gemello.api.log.SampleLog;
import org.gemello.exchange.internal.RoomOnDisk;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Backups as a service. Properties of the framework or the system: {@code gemello.backup.folder} (else {@code backups} of the data; better
 * on another disk) and {@code gemello.backup.passphrase.file} (then backups are sealed).
 */
@Component(service = Backups.class)
public final class BackupService extends BackupMaker {

    /** @throws IOException where the folder of backups cannot be read or written */
    @Activate
    public BackupService(@Reference Jobs jobs, @Reference SampleLog log, BundleContext bundle,
                         @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) DiskWatch disk)
            throws IOException {
        super(jobs, log, settings(bundle), new RoomOnDisk(disk), Clock.systemUTC());
    }

    private static BackupSettings settings(BundleContext bundle) {
        String folder = bundle.getProperty("gemello.backup.folder");
        String passphrase = bundle.getProperty("gemello.backup.passphrase.file");
        return new BackupSettings(Folders.data(), Folders.config(), folder == null ? Folders.data().resolve("backups") : Path.of(folder),
                passphrase == null ? null : Path.of(passphrase), bundle.getBundle().getVersion().toString());
    }
}
