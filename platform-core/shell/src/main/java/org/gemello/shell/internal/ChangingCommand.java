package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gemello.api.Caller;
import org.gemello.api.Role;

/** A command that changes something. Its service writes into the audit log before it does; where it does not, {@link AuditedCommand} does. */
abstract class ChangingCommand implements Action {
    @Reference
    ShellPermits permits;

    /** What is done, such as {@code certificate.approve}. */
    abstract String action();

    /** To what. */
    abstract String object();

    /** @return what to tell the user */
    abstract String act() throws Exception;

    /** Refuses, and audits it, what whoever types may not do: where it is about no twin, who is no administrator any more may do nothing. */
    void check() {
        permits.require(Role.ADMINISTRATOR, action(), object());
    }

    @Override
    public Object execute() throws Exception {
        check();
        System.out.println(act()); // in a pipe the shell replaces System.out for this thread, and nothing else
        return null;
    }

    final Caller caller() {
        return permits.caller();
    }
}
