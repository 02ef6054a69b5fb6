package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.gemello.api.TraceId;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.Traces;

/** Writes what becomes of commands into book, log and traces. */
final class CommandLedger {
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(5);
    private final SampleLog log;
    private final Traces traces;
    private final CommandBook book;
    private volatile Consumer<CommandView> watcher = view -> { };

    CommandLedger(SampleLog log, Traces traces, CommandBook book) {
        this.log = log;
        this.traces = traces;
        this.book = book;
    }

    /** What is asked for, with times that count from {@code now}. */
    static Command command(String id, CommandRequest request, String caller, Instant now) {
        return new Command(id, request.twin(), request.name(), request.arguments(), caller, now, now.plus(request.timeToLive()));
    }

    /** From now on hears of every command that moves. */
    void watch(Consumer<CommandView> hears) {
        watcher = hears;
    }

    void append(LogEntry entry, TraceId trace) {
        log.append(entry, trace);
    }

    /** Waits until the entry is on disk; where the log does not take it the command is rejected. */
    void store(LogEntry entry, String id, TraceId trace) {
        try {
            log.append(entry, trace).get(STORE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            String reason = "the log does not take it: " + e.getMessage();
            book.move(id, CommandState.REJECTED, reason, Instant.now());
            throw new LogUnavailableException(reason, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            book.move(id, CommandState.REJECTED, "the platform is stopping", Instant.now());
        }
    }

    /** Brings a command to another state, in the book, the log and its trace; false where it is final already. */
    boolean move(String id, CommandState state, String reason) {
        Instant now = Instant.now();
        return told(book.move(id, state, reason, now), now);
    }

    /** As {@link #move(String, CommandState, String)}, for a command that is in a certain state; false where it is in another one. */
    boolean move(String id, CommandState from, CommandState state, String reason) {
        Instant now = Instant.now();
        return told(book.move(id, from, state, reason, now), now);
    }

    private boolean told(Optional<CommandView> moved, Instant now) {
        moved.ifPresent(view -> {
            append(new LogEntry.CommandMoved(view.command().id(), view.state(), view.reason(), now), view.trace());
            traces.add(view.trace(), view.state() == CommandState.CONFIRMED ? Stage.EFFECT : Stage.COMMAND,
                    text(view.command()) + " " + view.state().name().toLowerCase(Locale.ROOT) + (view.reason().isEmpty() ? "" : ": " + view.reason()));
            watcher.accept(view);
        });
        return moved.isPresent();
    }

    void trace(Command command, TraceId trace, String what) {
        traces.add(trace, Stage.COMMAND, text(command) + " " + what);
    }

    private static String text(Command command) {
        return command.twin() + " " + command.name() + " " + command.arguments();
    }
}
