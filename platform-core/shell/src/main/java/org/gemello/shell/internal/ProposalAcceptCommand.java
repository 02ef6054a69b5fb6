package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.proposal.Proposals;

/** {@code proposal:accept}. */
@Service
@Command(scope = "proposal", name = "accept", description = "Says yes to a proposal: its commands are given")
public final class ProposalAcceptCommand extends ChangingCommand {
    @Reference
    Proposals proposals;

    @Argument(name = "proposal", description = "Id of a proposal", required = true)
    @Completion(ProposalIdCompleter.class)
    String id;

    @Argument(index = 1, name = "reason", description = "Why, for the record", required = false)
    String reason = "";

    @Override
    String act() {
        return id + " is " + proposals.accept(id, reason, caller()).state();
    }
}
