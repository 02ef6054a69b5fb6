package org.gemello.security.internal;

import java.io.IOException;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.api.health.HealthCheck;
import org.gemello.security.Audit;
import org.gemello.security.AuditLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The audit log as a service. */
@Component(service = {Audit.class, AuditLog.class, HealthCheck.class})
public final class AuditComponent extends AuditFile {
    @Activate
    public AuditComponent() throws IOException {
        super(Folders.data().resolve("audit"), Folders.data().resolve("secrets"), Clock.systemUTC(), ROLL_AT_BYTES);
    }

    @Override
    @Deactivate
    public void close() throws IOException {
        super.close();
    }
}
