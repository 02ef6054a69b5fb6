package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.ProposedCommand;

/** Proposals as part of an image. */
final class ProposalImages {
    private ProposalImages() {
    }

    static void view(ProposalView view, DataOutput out) throws IOException {
        proposal(view.proposal(), out);
        ImageParts.trace(view.trace(), out);
        ImageParts.list(view.commands(), out, ImageParts::text);
        out.writeBoolean(view.measured() != null);
        if (view.measured() != null) {
            gain(view.measured(), out);
        }
        ImageParts.list(view.history(), out, ProposalImages::step);
    }

    static ProposalView view(DataInput in) throws IOException {
        Proposal proposal = proposal(in);
        TraceId trace = ImageParts.trace(in);
        List<String> commands = ImageParts.list(in, ImageParts::text);
        Gain measured = in.readBoolean() ? gain(in) : null;
        List<ProposalView.Step> history = ImageParts.list(in, ProposalImages::step);
        if (history.isEmpty()) {
            throw new IOException("proposal " + proposal.id() + " has no state");
        }
        ProposalView.Step last = history.get(history.size() - 1);
        return new ProposalView(proposal, trace, last.state(), last.reason(), commands, measured, history);
    }

    static void shelved(ProposalShelf.Shelved shelved, DataOutput out) throws IOException {
        proposal(shelved.proposal(), out);
        out.writeByte(shelved.state().ordinal());
    }

    static ProposalShelf.Shelved shelved(DataInput in) throws IOException {
        return new ProposalShelf.Shelved(proposal(in), ImageParts.constant(ProposalState.values(), in));
    }

    private static void proposal(Proposal proposal, DataOutput out) throws IOException {
        ImageParts.text(proposal.id(), out);
        ImageParts.text(proposal.twin().value(), out);
        ImageParts.text(proposal.key(), out);
        ImageParts.text(proposal.title(), out);
        ImageParts.text(proposal.explanation(), out);
        gain(proposal.gain(), out);
        ImageParts.list(proposal.constraints(), out, ImageParts::text);
        ImageParts.list(proposal.commands(), out, ProposalImages::command);
        ImageParts.time(proposal.made(), out);
        ImageParts.time(proposal.expires(), out);
    }

    private static Proposal proposal(DataInput in) throws IOException {
        String id = ImageParts.text(in);
        TwinId twin = new TwinId(ImageParts.text(in));
        String key = ImageParts.text(in);
        String title = ImageParts.text(in);
        String explanation = ImageParts.text(in);
        Gain gain = gain(in);
        List<String> constraints = ImageParts.list(in, ImageParts::text);
        List<ProposedCommand> commands = ImageParts.list(in, ProposalImages::command);
        return new Proposal(id, twin, key, title, explanation, gain, constraints, commands, ImageParts.time(in), ImageParts.time(in));
    }

    private static void gain(Gain gain, DataOutput out) throws IOException {
        out.writeDouble(gain.expected());
        out.writeDouble(gain.low());
        out.writeDouble(gain.high());
        ImageParts.text(gain.unit(), out);
    }

    private static Gain gain(DataInput in) throws IOException {
        return new Gain(in.readDouble(), in.readDouble(), in.readDouble(), ImageParts.text(in));
    }

    private static void command(ProposedCommand command, DataOutput out) throws IOException {
        ImageParts.text(command.twin().value(), out);
        ImageParts.text(command.command(), out);
        out.writeInt(command.arguments().size());
        for (Map.Entry<String, Double> argument : command.arguments().entrySet()) {
            ImageParts.text(argument.getKey(), out);
            out.writeDouble(argument.getValue());
        }
    }

    private static ProposedCommand command(DataInput in) throws IOException {
        TwinId twin = new TwinId(ImageParts.text(in));
        String name = ImageParts.text(in);
        Map<String, Double> arguments = new HashMap<>();
        for (int left = ImageParts.count(in); left > 0; left--) {
            arguments.put(ImageParts.text(in), in.readDouble());
        }
        return new ProposedCommand(twin, name, arguments);
    }

    private static void step(ProposalView.Step step, DataOutput out) throws IOException {
        out.writeByte(step.state().ordinal());
        ImageParts.text(step.by(), out);
        ImageParts.text(step.reason(), out);
        ImageParts.time(step.time(), out);
    }

    private static ProposalView.Step step(DataInput in) throws IOException {
        ProposalState state = ImageParts.constant(ProposalState.values(), in);
        String by = ImageParts.text(in);
        String reason = ImageParts.text(in);
        Instant time = ImageParts.time(in);
        return new ProposalView.Step(state, by, reason, time);
    }
}
