package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.proposal.Proposals;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Target;

/** {@code proposal:decline}. */
@Service
@Command(scope = "proposal", name = "decline", description = "Says no to a proposal")
public final class ProposalDeclineCommand extends ChangingCommand {
    @Reference
    Proposals proposals;

    @Argument(name = "proposal", description = "Id of a proposal", required = true)
    @Completion(ProposalIdCompleter.class)
    String id;

    @Argument(index = 1, name = "reason", description = "Why, for the record and for the twin", required = true)
    String reason;

    @Override
    String action() {
        return "proposal.decline";
    }

    @Override
    String object() {
        return id;
    }

    @Override
    void check() {
        permits.require(Action.DECIDE, Target.of(permits.seen(proposals, id).proposal().twin()), action(), id);
    }

    @Override
    String act() {
        return id + " is " + proposals.decline(id, reason, caller()).state();
    }
}
