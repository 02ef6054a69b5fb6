package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry.ProposalMade;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposedCommand;

/** The proposal's parts in the order of its record. */
final class ProposalMadeCodec implements EntryCodec<ProposalMade> {
    /** Twin, name, number of arguments. */
    private static final int SMALLEST_COMMAND = 4 + 4 + 4;
    /** Length of the name, value. */
    private static final int SMALLEST_ARGUMENT = 4 + 8;

    @Override
    public boolean write(ProposalMade entry, PayloadWriter out, PointNumbers numbers) {
        Proposal proposal = entry.proposal();
        out.putText(proposal.id());
        out.putText(proposal.twin().value());
        out.putText(proposal.key());
        out.putText(proposal.title());
        out.putText(proposal.explanation());
        write(proposal.gain(), out);
        out.putInt(proposal.constraints().size());
        proposal.constraints().forEach(out::putText);
        out.putInt(proposal.commands().size());
        proposal.commands().forEach(command -> write(command, out));
        out.putInstant(proposal.made());
        out.putInstant(proposal.expires());
        return true;
    }

    static void write(Gain gain, PayloadWriter out) {
        out.putDouble(gain.expected());
        out.putDouble(gain.low());
        out.putDouble(gain.high());
        out.putText(gain.unit());
    }

    private static void write(ProposedCommand command, PayloadWriter out) {
        out.putText(command.twin().value());
        out.putText(command.command());
        out.putInt(command.arguments().size());
        command.arguments().forEach((name, value) -> {
            out.putText(name);
            out.putDouble(value);
        });
    }

    @Override
    public ProposalMade read(PayloadReader in, int count, long offset, PointNames names) {
        String id = in.getText();
        TwinId twin = new TwinId(in.getText());
        String key = in.getText();
        String title = in.getText();
        String explanation = in.getText();
        Gain gain = gain(in);
        List<String> constraints = new ArrayList<>();
        for (int left = in.getCount(Integer.BYTES); left > 0; left--) {
            constraints.add(in.getText());
        }
        List<ProposedCommand> commands = new ArrayList<>();
        for (int left = in.getCount(SMALLEST_COMMAND); left > 0; left--) {
            commands.add(command(in));
        }
        return new ProposalMade(new Proposal(id, twin, key, title, explanation, gain, constraints, commands, in.getInstant(), in.getInstant()));
    }

    static Gain gain(PayloadReader in) {
        return new Gain(in.getDouble(), in.getDouble(), in.getDouble(), in.getText());
    }

    private static ProposedCommand command(PayloadReader in) {
        TwinId twin = new TwinId(in.getText());
        String name = in.getText();
        Map<String, Double> arguments = new HashMap<>();
        for (int left = in.getCount(SMALLEST_ARGUMENT); left > 0; left--) {
            arguments.put(in.getText(), in.getDouble());
        }
        return new ProposedCommand(twin, name, arguments);
    }
}
