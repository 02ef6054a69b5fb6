package org.gemello.shell.internal;

import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.gemello.api.Caller;
import org.gemello.api.Role;

/** A command that changes something. Its service writes into the audit log before it does; where it does not, {@link AuditedCommand} does. */
abstract class ChangingCommand implements Action {
    @Reference
    Session session;

    /** @return what to tell the user */
    abstract String act() throws Exception;

    @Override
    public Object execute() throws Exception {
        System.out.println(act()); // in a pipe the shell replaces System.out for this thread, and nothing else
        return null;
    }

    /** Who types: the shell lets in administrators alone. */
    final Caller caller() {
        return new Caller(user(), Set.of(Role.ADMINISTRATOR));
    }

    final String user() {
        Object user = session.get("USER");
        return user == null ? "shell" : user.toString();
    }
}
