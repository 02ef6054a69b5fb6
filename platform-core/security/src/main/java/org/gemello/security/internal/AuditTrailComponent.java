package org.gemello.security.internal;

import org.gemello.api.TraceId;
import org.gemello.api.audit.AuditTrail;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log for parts of the platform that know no more of security than that they must write down who decided what. */
@Component(service = AuditTrail.class)
public final class AuditTrailComponent implements AuditTrail {
    private final Audit audit;

    @Activate
    public AuditTrailComponent(@Reference Audit audit) {
        this.audit = audit;
    }

    @Override
    public void allowed(String caller, String action, String object, String reason, TraceId trace) {
        audit.record(new AuditEvent(caller, action, object, Outcome.ALLOWED, reason, trace));
    }

    @Override
    public void refused(String caller, String action, String object, String reason, TraceId trace) {
        audit.note(new AuditEvent(caller, action, object, Outcome.REFUSED, reason, trace));
    }
}
