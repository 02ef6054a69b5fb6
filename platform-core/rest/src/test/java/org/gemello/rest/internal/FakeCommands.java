package org.gemello.rest.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.command.ApprovalException;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.command.Commands;

/** Commands to a plant that does nothing: limits above 5000 kW are refused, and so is the approval of {@code stop}. */
final class FakeCommands implements Commands {
    private static final Instant NOON = FakePlatform.NOON;
    final Map<String, CommandView> given = new LinkedHashMap<>();
    final List<CommandRequest> submitted = new ArrayList<>();

    @Override
    public CommandView submit(CommandRequest request, Caller caller) {
        return open(request, CommandState.ACCEPTED, "", caller);
    }

    @Override
    public CommandView request(CommandRequest request, String because, Caller caller) {
        return open(request, CommandState.WAITING, because, caller);
    }

    private CommandView open(CommandRequest request, CommandState state, String because, Caller caller) {
        if (request.name().equals("vanish")) {
            throw new NoSuchElementException();
        }
        submitted.add(request);
        Command command = new Command("c-" + submitted.size(), request.twin(), request.name(), request.arguments(), caller.name(), NOON,
                NOON.plus(request.timeToLive()));
        boolean refused = request.arguments().getOrDefault("limit", 0.0) > 5000;
        String reason = refused ? "limit is 9000 kW, at most 5000 kW is let through" : because;
        CommandState now = refused ? CommandState.REJECTED : state;
        CommandView view = new CommandView(command, request.trace(), now, reason, List.of(new CommandView.Step(now, reason, NOON)));
        given.put(command.id(), view);
        return view;
    }

    @Override
    public CommandView approve(String id, String reason, Caller caller) {
        CommandView view = waiting(id);
        if (view.command().caller().equals(caller.name())) {
            throw new SecurityException("somebody else has to");
        } else if (view.command().name().equals("stop")) {
            throw new ApprovalException("it goes on waiting, for now it would be refused");
        }
        return moved(view, CommandState.ACCEPTED, "approved by " + caller.name() + ": " + reason);
    }

    @Override
    public CommandView decline(String id, String reason, Caller caller) {
        return moved(waiting(id), CommandState.REJECTED, "declined by " + caller.name() + ": " + reason);
    }

    private CommandView waiting(String id) {
        CommandView view = command(id).orElseThrow();
        if (view.state() != CommandState.WAITING) {
            throw new ApprovalException("it does not wait any more");
        }
        return view;
    }

    private CommandView moved(CommandView view, CommandState state, String reason) {
        List<CommandView.Step> history = new ArrayList<>(view.history());
        history.add(new CommandView.Step(state, reason, NOON));
        CommandView moved = new CommandView(view.command(), view.trace(), state, reason, history);
        given.put(view.command().id(), moved);
        return moved;
    }

    @Override
    public Optional<CommandView> command(String id) {
        return Optional.ofNullable(given.get(id));
    }

    @Override
    public List<CommandView> commands(TwinId twin, int limit) {
        return newest(view -> view.command().twin().equals(twin), limit);
    }

    @Override
    public List<CommandView> commands(int limit) {
        return newest(view -> true, limit);
    }

    private List<CommandView> newest(Predicate<CommandView> wanted, int limit) {
        List<CommandView> newestFirst = new ArrayList<>(given.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream().filter(wanted).limit(limit).toList();
    }
}
