package org.gemello.worker.internal.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.ProposalNews;

/** Proposals and what became of them, as part of a frame. */
public final class ProposalFrames {
    private static final ProposalState[] STATES = ProposalState.values();

    private ProposalFrames() {
    }

    static void write(ProposalDraft draft, FrameWriter frame) {
        frame.putText(draft.key()).putText(draft.title()).putText(draft.explanation());
        write(draft.gain(), frame);
        frame.putInt(draft.constraints().size());
        draft.constraints().forEach(frame::putText);
        frame.putInt(draft.commands().size());
        for (ProposedCommand command : draft.commands()) {
            frame.putText(command.twin().value()).putText(command.command()).putInt(command.arguments().size());
            command.arguments().forEach((name, value) -> frame.putText(name).putDouble(value));
        }
        frame.putLong(draft.sourceTime()).putLong(draft.validFor().getSeconds()).putInt(draft.validFor().getNano());
    }

    static ProposalDraft readDraft(FrameReader frame) throws MalformedFrameException {
        try {
            return new ProposalDraft(frame.getText(), frame.getText(), frame.getText(), readGain(frame), texts(frame), commands(frame),
                    frame.getLong(), Duration.ofSeconds(frame.getLong(), frame.getInt()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedFrameException(e.getMessage(), e);
        }
    }

    private static List<String> texts(FrameReader frame) throws MalformedFrameException {
        List<String> texts = new ArrayList<>();
        for (int left = frame.getCount(Integer.BYTES); left > 0; left--) {
            texts.add(frame.getText());
        }
        return texts;
    }

    private static List<ProposedCommand> commands(FrameReader frame) throws MalformedFrameException {
        List<ProposedCommand> commands = new ArrayList<>();
        for (int left = frame.getCount(3 * Integer.BYTES); left > 0; left--) {
            TwinId twin = new TwinId(frame.getText());
            String name = frame.getText();
            Map<String, Double> arguments = new HashMap<>();
            for (int more = frame.getCount(Integer.BYTES + Double.BYTES); more > 0; more--) {
                arguments.put(frame.getText(), frame.getDouble());
            }
            commands.add(new ProposedCommand(twin, name, arguments));
        }
        return commands;
    }

    static void write(Gain gain, FrameWriter frame) {
        frame.putDouble(gain.expected()).putDouble(gain.low()).putDouble(gain.high()).putText(gain.unit());
    }

    static Gain readGain(FrameReader frame) throws MalformedFrameException {
        try {
            return new Gain(frame.getDouble(), frame.getDouble(), frame.getDouble(), frame.getText());
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException(e.getMessage(), e);
        }
    }

    public static void write(ProposalNews news, FrameWriter frame) {
        frame.putText(news.id()).putText(news.key()).putInt(news.state().ordinal()).putText(news.by()).putText(news.reason());
        CommandFrames.writeTime(news.time(), frame);
    }

    public static ProposalNews readNews(FrameReader frame) throws MalformedFrameException {
        String id = frame.getText();
        String key = frame.getText();
        ProposalState state = STATES[frame.getIndex(STATES.length)];
        String by = frame.getText();
        String reason = frame.getText();
        Instant time = CommandFrames.readTime(frame);
        return new ProposalNews(id, key, state, by, reason, time);
    }
}
