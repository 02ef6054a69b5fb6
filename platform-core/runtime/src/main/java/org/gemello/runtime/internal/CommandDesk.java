package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;

/** Lets commands in, keeps them in the log and moves them on. The write itself is done by the {@link WriteGateway}. */
final class CommandDesk implements Commands {
    private final Map<TwinId, TwinCell> cells;
    private final CommandBook book;
    private final CommandGate gate;
    private final CommandLedger ledger;
    private final CommandApprovals approvals;

    /** @param approval time that a command waits for it */
    CommandDesk(SampleLog log, Traces traces, Map<TwinId, TwinCell> cells, CommandBook book, Duration approval) {
        this.cells = cells;
        this.book = book;
        this.gate = new CommandGate(cells);
        this.ledger = new CommandLedger(log, traces, book);
        this.approvals = new CommandApprovals(gate, book, ledger, approval);
    }

    /** From now on hears of every command that moves. */
    void watch(Consumer<CommandView> hears) {
        ledger.watch(hears);
    }

    @Override
    public CommandView submit(CommandRequest request, Caller caller) {
        return submit(UUID.randomUUID().toString(), request, caller);
    }

    /** As {@link #submit(CommandRequest, Caller)}, under an id that somebody has written down before. */
    CommandView submit(String id, CommandRequest request, Caller caller) {
        gate.requireTwin(request.twin());
        TraceId trace = request.trace().isPresent() ? request.trace() : TraceId.random();
        Instant now = Instant.now();
        Command command = CommandLedger.command(id, request, caller.name(), now);
        Optional<String> objection = gate.judge(request, caller, now);
        ledger.trace(command, trace, objection.map(why -> "refused: " + why).orElse("accepted"));
        if (objection.isPresent()) {
            return book.open(command, trace, CommandState.REJECTED, objection.get(), now);
        }
        book.open(command, trace, CommandState.ACCEPTED, "", now);
        ledger.store(new LogEntry.CommandIssued(command), id, trace);
        return book.find(id).orElseThrow();
    }

    @Override
    public CommandView request(CommandRequest request, String because, Caller caller) {
        return approvals.request(request, because, caller);
    }

    @Override
    public CommandView approve(String id, String reason, Caller caller) {
        return approvals.approve(id, reason, caller);
    }

    @Override
    public CommandView decline(String id, String reason, Caller caller) {
        return approvals.decline(id, reason, caller);
    }

    @Override
    public Duration approvalTime() {
        return approvals.time();
    }

    /** Why the policy would refuse it now; empty where it would not. */
    Optional<String> objection(CommandRequest request, Caller caller) {
        return gate.objection(request, caller, Instant.now());
    }

    /** Brings a command to another state; false where it is final already. */
    boolean move(String id, CommandState state, String reason) {
        return ledger.move(id, state, reason);
    }

    /** Expires commands that no twin has taken up, or nobody has approved, in time; called a few times a second. */
    void expireOverdue() {
        Instant now = Instant.now();
        approvals.expireOverdue(now);
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
        book.all().stream().filter(view -> view.command().twin().equals(twin) && !view.state().isFinal() && view.state() != CommandState.WRITING)
                .forEach(view -> move(view.command().id(), CommandState.REJECTED, why));
    }

    @Override
    public Optional<CommandView> command(String id) {
        return book.find(id);
    }

    @Override
    public List<CommandView> commands(TwinId twin, int limit) {
        return book.newest(view -> view.command().twin().equals(twin), limit);
    }

    @Override
    public List<CommandView> commands(int limit) {
        return book.newest(view -> true, limit);
    }
}
