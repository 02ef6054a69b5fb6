package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.proposal.Proposals;

/** {@code proposal:show}. */
@Service
@Command(scope = "proposal", name = "show", description = "Shows one proposal: why, what it brings, what it does, what became of it")
public final class ProposalShowCommand extends TableCommand {
    @Reference
    Proposals proposals;
    @Reference
    ShellPermits permits;

    @Argument(name = "proposal", description = "Id of a proposal", required = true)
    @Completion(ProposalIdCompleter.class)
    String id;

    @Override
    List<Table> tables(Instant now) {
        return ProposalTables.show(permits.seen(proposals, id));
    }
}
