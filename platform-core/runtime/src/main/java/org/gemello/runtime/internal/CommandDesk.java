package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.gemello.api.Caller;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.command.Commands;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.Traces;

/** Lets commands in, keeps them in the log and moves them on. The write itself is done by the {@link WriteGateway}. */
final class CommandDesk implements Commands {
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(5);
    private final SampleLog log;
    private final Traces traces;
    private final Map<TwinId, TwinCell> cells;
    private final CommandBook book;
    private final Map<String, Instant> lastIssued = new HashMap<>();
    private volatile Consumer<CommandView> watcher = view -> { };

    CommandDesk(SampleLog log, Traces traces, Map<TwinId, TwinCell> cells, CommandBook book) {
        this.log = log;
        this.traces = traces;
        this.cells = cells;
        this.book = book;
    }

    /** From now on hears of every command that moves. */
    void watch(Consumer<CommandView> hears) {
        watcher = hears;
    }

    @Override
    public CommandView submit(CommandRequest request, Caller caller) {
        return submit(UUID.randomUUID().toString(), request, caller);
    }

    /** As {@link #submit(CommandRequest, Caller)}, under an id that somebody has written down before. */
    CommandView submit(String id, CommandRequest request, Caller caller) {
        TwinCell cell = cells.get(request.twin());
        if (cell == null) {
            throw new NoSuchElementException("no twin '" + request.twin() + "'");
        }
        TraceId trace = request.trace().isPresent() ? request.trace() : TraceId.random();
        Instant now = Instant.now();
        Command command = new Command(id, request.twin(), request.name(), request.arguments(), caller.name(),
                now, now.plus(request.timeToLive()));
        Optional<String> objection = judge(cell, request, caller, now);
        traces.add(trace, Stage.COMMAND, text(command) + objection.map(why -> " refused: " + why).orElse(" accepted"));
        if (objection.isPresent()) {
            return book.open(command, trace, CommandState.REJECTED, objection.get(), now);
        }
        book.open(command, trace, CommandState.ACCEPTED, "", now);
        store(command, trace);
        return book.find(command.id()).orElseThrow();
    }

    /** Why the policy would refuse it now; empty where it would not. */
    synchronized Optional<String> objection(CommandRequest request, Caller caller) {
        TwinCell cell = cells.get(request.twin());
        return cell == null ? Optional.of("there is no twin '" + request.twin() + "'") : objection(cell, request, caller, Instant.now());
    }

    private Optional<String> objection(TwinCell cell, CommandRequest request, Caller caller, Instant now) {
        return CommandPolicy.objection(caller, cell.view().model(), request.name(), request.arguments(), request.timeToLive(), cell::lastNumber,
                lastIssued.get(request.twin() + " " + request.name()), now);
    }

    private synchronized Optional<String> judge(TwinCell cell, CommandRequest request, Caller caller, Instant now) {
        Optional<String> objection = objection(cell, request, caller, now);
        if (objection.isEmpty()) {
            lastIssued.put(request.twin() + " " + request.name(), now);
        }
        return objection;
    }

    private void store(Command command, TraceId trace) {
        try {
            log.append(new LogEntry.CommandIssued(command), trace).get(STORE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            String reason = "the log does not take it: " + e.getMessage();
            book.move(command.id(), CommandState.REJECTED, reason, Instant.now());
            throw new LogUnavailableException(reason, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            book.move(command.id(), CommandState.REJECTED, "the platform is stopping", Instant.now());
        }
    }

    /** Brings a command to another state, in the book, the log and its trace; false where it is final already. */
    boolean move(String id, CommandState state, String reason) {
        Instant now = Instant.now();
        Optional<CommandView> moved = book.move(id, state, reason, now);
        moved.ifPresent(view -> {
            log.append(new LogEntry.CommandMoved(id, state, reason, now), view.trace());
            traces.add(view.trace(), state == CommandState.CONFIRMED ? Stage.EFFECT : Stage.COMMAND,
                    text(view.command()) + " " + state.name().toLowerCase(Locale.ROOT) + (reason.isEmpty() ? "" : ": " + reason));
            watcher.accept(view);
        });
        return moved.isPresent();
    }

    /** Expires commands that no twin has taken up in time; called a few times a second. */
    void expireOverdue() {
        Instant now = Instant.now();
        for (CommandView view : book.all()) {
            if (view.state() == CommandState.ACCEPTED && now.isAfter(view.command().expires())) {
                TwinCell cell = cells.get(view.command().twin());
                move(view.command().id(), CommandState.EXPIRED, "its time ran out before the twin took it up: "
                        + (cell == null ? "the twin has left the site" : cell.view().reason()));
            }
        }
    }

    /** Rejects what a twin that has left can no longer decide; what is being written comes to its end by itself. */
    void close(TwinId twin, String why) {
        book.all().stream().filter(view -> view.command().twin().equals(twin) && view.state() == CommandState.ACCEPTED)
                .forEach(view -> move(view.command().id(), CommandState.REJECTED, why));
    }

    @Override
    public Optional<CommandView> command(String id) {
        return book.find(id);
    }

    @Override
    public List<CommandView> commands(TwinId twin, int limit) {
        return book.of(twin, limit);
    }

    private static String text(Command command) {
        return command.twin() + " " + command.name() + " " + command.arguments();
    }
}
