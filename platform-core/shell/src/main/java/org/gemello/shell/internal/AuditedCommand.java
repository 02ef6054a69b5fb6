package org.gemello.shell.internal;

import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;

/** A command that changes something: written into the audit log first, so that nothing is done unseen. */
abstract class AuditedCommand implements Action {
    @Reference
    Audit audit;
    @Reference
    Session session;

    /** What is done, such as {@code certificate.approve}. */
    abstract String action();

    /** To what. */
    abstract String object();

    /** @return what to tell the user */
    abstract String act() throws Exception;

    @Override
    public final Object execute() throws Exception {
        audit.record(new AuditEvent(user(), action(), object(), Outcome.ALLOWED, "in the shell", TraceId.NONE));
        System.out.println(act()); // in a pipe the shell replaces System.out for this thread, and nothing else
        return null;
    }

    /** Who types: the shell lets in administrators alone. */
    final Caller caller() {
        return new Caller(user(), Set.of(Role.ADMINISTRATOR));
    }

    private String user() {
        Object user = session.get("USER");
        return user == null ? "shell" : user.toString();
    }
}
