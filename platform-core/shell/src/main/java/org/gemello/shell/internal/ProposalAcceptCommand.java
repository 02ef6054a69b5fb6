package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.Proposals;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Target;

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
    String action() {
        return "proposal.accept";
    }

    @Override
    String object() {
        return id;
    }

    /** What is accepted is given: every command of it must be allowed too. */
    @Override
    void check() {
        Proposal proposal = permits.seen(proposals, id).proposal();
        proposal.commands().forEach(each -> permits.require(Action.COMMAND, Target.command(each.twin(), each.command()), action(), id));
        permits.require(Action.DECIDE, Target.of(proposal.twin()), action(), id);
    }

    @Override
    String act() {
        return id + " is " + proposals.accept(id, reason, caller()).state();
    }
}
