package org.gemello.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gemello.api.proposal.Proposals;
import org.gemello.security.policy.Sight;

/** Completes ids of proposals. */
@Service
public final class ProposalIdCompleter implements Completer {
    private static final int MOST = 100;
    @Reference
    Proposals proposals;
    @Reference
    ShellPermits permits;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        Sight sight = permits.sight();
        List<String> ids = proposals.proposals(MOST).stream().filter(view -> sight.sees(view.proposal())).map(view -> view.proposal().id()).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
