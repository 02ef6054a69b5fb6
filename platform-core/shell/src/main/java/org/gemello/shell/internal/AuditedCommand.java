package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;

/** A command whose service does not audit it: written into the audit log first, so that nothing is done unseen. */
abstract class AuditedCommand extends ChangingCommand {
    @Reference
    Audit audit;

    @Override
    void check() {
        super.check();
        audit.record(new AuditEvent(caller().name(), action(), object(), Outcome.ALLOWED, "in the shell", TraceId.NONE));
    }
}
