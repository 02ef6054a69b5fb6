package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;

/** The latest commands and what became of them. A final state stays: what comes after it is not taken. */
final class CommandBook {
    private static final int KEPT = 5_000;
    private final Map<String, CommandView> views = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommandView> eldest) {
            return size() > KEPT;
        }
    };

    /** A new command in its first state; one that is known already stays as it is. */
    synchronized CommandView open(Command command, TraceId trace, CommandState state, String reason, Instant time) {
        return views.computeIfAbsent(command.id(), id -> new CommandView(command, trace, state, reason,
                List.of(new CommandView.Step(state, reason, time))));
    }

    /** What the log says was let in: new, or approved before it. */
    synchronized void issued(Command command, TraceId trace) {
        CommandView known = open(command, trace, CommandState.ACCEPTED, "", command.issued());
        if (known.state() == CommandState.ACCEPTED) {
            views.put(command.id(), new CommandView(command, known.trace(), known.state(), known.reason(), known.history()));
        }
    }

    /** Lets a command go that waits, with the times that count from now on; empty where it does not wait any more. */
    synchronized Optional<CommandView> approve(Command command, String reason) {
        return move(command.id(), CommandState.WAITING, CommandState.ACCEPTED, reason, command.issued()).map(view -> {
            CommandView approved = new CommandView(command, view.trace(), view.state(), reason, view.history());
            views.put(command.id(), approved);
            return approved;
        });
    }

    /** As {@link #move(String, CommandState, String, Instant)}; empty also where it is in another state than {@code from}. */
    synchronized Optional<CommandView> move(String id, CommandState from, CommandState state, String reason, Instant time) {
        return find(id).filter(view -> view.state() == from).flatMap(view -> move(id, state, reason, time));
    }

    /** Moves a command on; empty where it is unknown or already final or in that state. */
    synchronized Optional<CommandView> move(String id, CommandState state, String reason, Instant time) {
        CommandView known = views.get(id);
        if (known == null || known.state().isFinal() || known.state() == state) {
            return Optional.empty();
        }
        List<CommandView.Step> history = new ArrayList<>(known.history());
        history.add(new CommandView.Step(state, reason, time));
        CommandView moved = new CommandView(known.command(), known.trace(), state, reason, history);
        views.put(id, moved);
        return Optional.of(moved);
    }

    /** Puts back a command as a snapshot has kept it. */
    synchronized void restore(CommandView view) {
        views.put(view.command().id(), view);
    }

    synchronized Optional<CommandView> find(String id) {
        return Optional.ofNullable(views.get(id));
    }

    /** All, oldest first. */
    synchronized List<CommandView> all() {
        return List.copyOf(views.values());
    }

    /** Those wanted, newest first. */
    List<CommandView> newest(Predicate<CommandView> wanted, int limit) {
        List<CommandView> found = new ArrayList<>(all());
        Collections.reverse(found);
        return found.stream().filter(wanted).limit(limit).toList();
    }
}
