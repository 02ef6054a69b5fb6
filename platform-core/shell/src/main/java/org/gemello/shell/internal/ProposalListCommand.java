package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.gemello.security.policy.Sight;

/** {@code proposal:list}. */
@Service
@Command(scope = "proposal", name = "list", description = "Lists what twins propose, newest first")
public final class ProposalListCommand extends TableCommand {
    @Reference
    Proposals proposals;
    @Reference
    ShellPermits permits;

    @Argument(name = "twin", description = "Only proposals of this twin")
    @Completion(TwinIdCompleter.class)
    String twin;

    @Option(name = "--open", description = "Only proposals that wait for a decision")
    boolean open;
    @Option(name = "--limit", description = "Looks at this many")
    int limit = 100;

    @Override
    List<Table> tables(Instant now) {
        Sight sight = permits.sight();
        List<ProposalView> found = twin == null ? proposals.proposals(limit) : proposals.proposals(new TwinId(twin), limit);
        return List.of(ProposalTables.list(found.stream().filter(view -> sight.sees(view.proposal()))
                .filter(view -> !open || view.state() == ProposalState.OPEN).toList(), now));
    }
}
