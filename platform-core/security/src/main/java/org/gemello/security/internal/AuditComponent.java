package org.gemello.security.internal;

import java.io.IOException;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;
import org.gemello.security.Audit;
import org.gemello.security.AuditLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The audit log as a service, and an alarm of the platform while it cannot be written. */
@Component(service = {Audit.class, AuditLog.class, HealthCheck.class})
public final class AuditComponent extends AuditFile {
    private static final String ALARM = "audit.unwritable";
    private volatile PlatformAlarms alarms;

    @Activate
    public AuditComponent() throws IOException {
        super(Folders.data().resolve("audit"), Folders.data().resolve("secrets"), Clock.systemUTC(), ROLL_AT_BYTES);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindAlarms(PlatformAlarms present) {
        alarms = present;
        changed(health());
    }

    public void unbindAlarms(PlatformAlarms gone) {
        if (alarms == gone) {
            alarms = null;
        }
    }

    @Override
    void changed(Health now) {
        PlatformAlarms present = alarms;
        if (present == null) {
            return;
        }
        if (now.ready()) {
            present.clear(ALARM, now.text());
        } else {
            present.raise(ALARM, Severity.HIGH, now.text());
        }
    }

    @Override
    @Deactivate
    public void close() throws IOException {
        super.close();
    }
}
