package org.gemello.rest.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.gemello.rest.internal.contract.ProposalPageJson;
import org.gemello.rest.internal.contract.ProposalStateJson;
import org.gemello.rest.internal.mapping.ProposalMapping;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.security.policy.Sight;

/**
 * Which proposals are wanted; null for any.
 *
 * @param limit length of a page
 * @param after id of the last proposal of the page before
 */
record ProposalQuery(String twin, ProposalStateJson state, int limit, String after) {
    /** More than the platform keeps. */
    private static final int ALL = 100_000;

    /** @throws InvalidRequestException where the proposal that the page begins after is no longer kept */
    ProposalPageJson page(Proposals proposals, Sight sight) {
        List<ProposalView> all = twin == null ? proposals.proposals(ALL) : proposals.proposals(new TwinId(twin), ALL);
        List<ProposalView> found = all.subList(begin(all), all.size()).stream()
                .filter(view -> state == null || view.state().name().equals(state.toString()))
                .filter(view -> sight.sees(view.proposal())).limit(limit + 1L).toList();
        boolean more = found.size() > limit;
        List<ProposalView> page = more ? found.subList(0, limit) : found;
        return new ProposalPageJson().items(page.stream().map(ProposalMapping::of).toList())
                .next(more ? page.get(limit - 1).proposal().id() : null);
    }

    private int begin(List<ProposalView> all) {
        return after == null ? 0 : 1 + IntStream.range(0, all.size()).filter(i -> all.get(i).proposal().id().equals(after)).findFirst()
                .orElseThrow(() -> new InvalidRequestException("cursor", "proposal '" + after + "' is no longer kept; begin again without it"));
    }
}
