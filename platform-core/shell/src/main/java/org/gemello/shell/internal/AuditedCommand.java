package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditEvent;

/** A command whose service does not audit it: written into the audit log first, so that nothing is done unseen. */
abstract class AuditedCommand extends ChangingCommand {
    @Reference
    Audit audit;

    /** What is done, such as {@code certificate.approve}. */
    abstract String action();

    /** To what. */
    abstract String object();

    @Override
    public final Object execute() throws Exception {
        audit.record(new AuditEvent(user(), action(), object(), Outcome.ALLOWED, "in the shell", TraceId.NONE));
        return super.execute();
    }
}
