package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry.ProposalMoved;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalState;

/** The state by its name, so that states may be added in any place. */
final class ProposalMovedCodec implements EntryCodec<ProposalMoved> {

    @Override
    public boolean write(ProposalMoved entry, PayloadWriter out, PointNumbers numbers) {
        out.putText(entry.proposalId());
        out.putText(entry.twin().value());
        out.putText(entry.key());
        out.putText(entry.state().name());
        out.putText(entry.by());
        out.putText(entry.reason());
        out.putInt(entry.commands().size());
        entry.commands().forEach(out::putText);
        out.putByte(entry.measured() == null ? 0 : 1);
        if (entry.measured() != null) {
            ProposalMadeCodec.write(entry.measured(), out);
        }
        out.putInstant(entry.time());
        return true;
    }

    @Override
    public ProposalMoved read(PayloadReader in, int count, long offset, PointNames names) {
        String id = in.getText();
        TwinId twin = new TwinId(in.getText());
        String key = in.getText();
        ProposalState state = ProposalState.valueOf(in.getText());
        String by = in.getText();
        String reason = in.getText();
        List<String> commands = new ArrayList<>();
        for (int left = in.getCount(Integer.BYTES); left > 0; left--) {
            commands.add(in.getText());
        }
        Gain measured = in.getByte() == 0 ? null : ProposalMadeCodec.gain(in);
        return new ProposalMoved(id, twin, key, state, by, reason, commands, measured, in.getInstant());
    }
}
