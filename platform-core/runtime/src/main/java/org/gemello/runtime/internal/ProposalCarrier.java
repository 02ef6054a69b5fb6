package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.gemello.api.Caller;
import org.gemello.api.audit.AuditTrail;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.ProposedCommand;

/**
 * Carries accepted proposals out: gives their commands one after the other, the next when the one before is confirmed. All on one thread
 * of its own.
 */
final class ProposalCarrier {
    static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);
    private final CommandDesk commands;
    private final ProposalVoice voice;
    private final Supplier<AuditTrail> audit;
    private final Executor thread;
    /** What is on its way, by the id of its present command. Of {@link #thread} alone. */
    private final Map<String, Way> ways = new HashMap<>();

    private record Way(String proposal, int index, Caller caller) {
    }

    /** @param audit gives null where there is none: then nothing is given */
    ProposalCarrier(CommandDesk commands, ProposalVoice voice, Supplier<AuditTrail> audit, Executor thread) {
        this.commands = commands;
        this.voice = voice;
        this.audit = audit;
        this.thread = thread;
    }

    /** Starts with a proposal that has been accepted. */
    void carryOut(String id, Caller caller) {
        thread.execute(() -> give(id, 0, caller));
    }

    /** A command has come to another state. */
    void moved(CommandView command) {
        if (command.state().isFinal()) {
            thread.execute(() -> ended(command));
        }
    }

    private void give(String id, int index, Caller caller) {
        ProposalView view = voice.book().find(id).filter(known -> known.state() == ProposalState.ACCEPTED).orElse(null);
        if (view == null) {
            return;
        }
        List<ProposedCommand> all = view.proposal().commands();
        if (index == all.size()) {
            move(view, ProposalState.APPLIED, all.isEmpty() ? "it has no commands" : "all " + all.size() + " commands are confirmed");
            return;
        }
        ProposedCommand next = all.get(index);
        String command = view.commands().get(index);
        try {
            AuditTrail trail = audit.get();
            if (trail == null) {
                throw new IllegalStateException("there is no audit log");
            }
            trail.allowed(caller.name(), "command.submit", next.twin() + "/" + next.command(), next.arguments() + ", of proposal " + id, view.trace());
            ways.put(command, new Way(id, index, caller));
            CommandView given = commands.submit(command, new CommandRequest(next.twin(), next.command(), next.arguments(), TIME_TO_LIVE,
                    view.trace()), caller);
            if (given.state() == CommandState.REJECTED) {
                trail.refused(caller.name(), "command.submit", next.twin() + "/" + next.command(), given.reason(), view.trace());
                ended(given);
            }
        } catch (RuntimeException e) {
            ways.remove(command);
            fail(view, index, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private void ended(CommandView command) {
        Way way = ways.remove(command.command().id());
        if (way == null) {
            return;
        }
        if (command.state() == CommandState.CONFIRMED) {
            give(way.proposal(), way.index() + 1, way.caller());
        } else {
            voice.book().find(way.proposal()).ifPresent(view -> fail(view, way.index(), words(command)));
        }
    }

    private static String words(CommandView command) {
        String state = command.state().name().toLowerCase(Locale.ROOT);
        return state + (command.reason().isEmpty() ? "" : ": " + command.reason());
    }

    private void fail(ProposalView view, int index, String why) {
        ProposedCommand failed = view.proposal().commands().get(index);
        int all = view.proposal().commands().size();
        String done = index == 0 ? "" : index == 1 ? "; the one before was carried out" : "; the " + index + " before were carried out";
        String left = index + 1 == all ? "" : index + 2 == all ? "; the last one was not given" : "; the last " + (all - index - 1) + " were not given";
        move(view, ProposalState.FAILED, "command " + (index + 1) + " of " + all + ", " + failed.twin() + " " + failed.command() + ", " + why + done + left);
    }

    private void move(ProposalView view, ProposalState state, String reason) {
        Proposal proposal = view.proposal();
        voice.say(new LogEntry.ProposalMoved(proposal.id(), proposal.twin(), proposal.key(), state, "", reason, List.of(), null, Instant.now()),
                view.trace(), LogRecord.FROM_OUTSIDE);
    }

    /** After a restart: what was on its way is at its end where all its commands are confirmed, and has failed where not. */
    void settle() {
        for (ProposalView view : voice.book().in(ProposalState.ACCEPTED)) {
            int index = 0;
            Optional<CommandView> command = Optional.empty();
            while (index < view.commands().size()) {
                command = commands.command(view.commands().get(index));
                if (command.filter(known -> known.state() == CommandState.CONFIRMED).isEmpty()) {
                    break;
                }
                index++;
            }
            if (index == view.commands().size()) {
                move(view, ProposalState.APPLIED, index == 0 ? "it has no commands" : "all " + index + " commands are confirmed");
            } else {
                fail(view, index, command.map(ProposalCarrier::words).orElse("was not given, for the platform restarted"));
            }
        }
    }
}
