package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.command.ApprovalException;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.command.Commands;
import org.gemello.api.log.LogEntry;

/**
 * Commands that somebody else has to approve. Twins know nothing of them: a command that waits is another entry of the log than one that was let
 * in, so no replay can take the one for the other.
 */
final class CommandApprovals {
    private final CommandGate gate;
    private final CommandBook book;
    private final CommandLedger ledger;
    private final Duration time;

    /** @param time that a command waits */
    CommandApprovals(CommandGate gate, CommandBook book, CommandLedger ledger, Duration time) {
        this.gate = gate;
        this.book = book;
        this.ledger = ledger;
        this.time = time;
    }

    Duration time() {
        return time;
    }

    /** As {@link Commands#request}. */
    synchronized CommandView request(CommandRequest request, String because, Caller caller) {
        gate.requireTwin(request.twin());
        TraceId trace = request.trace().isPresent() ? request.trace() : TraceId.random();
        Instant now = Instant.now();
        Command command = CommandLedger.command(UUID.randomUUID().toString(), request, caller.name(), now);
        long others = book.all().stream().filter(view -> view.state() == CommandState.WAITING && view.command().twin().equals(request.twin())).count();
        Optional<String> objection = others < Commands.MOST_WAITING ? gate.objection(request, caller, now)
                : Optional.of(others + " commands of this twin wait for approval already");
        ledger.trace(command, trace, objection.map(why -> "refused: " + why).orElse("waits for approval"));
        if (objection.isPresent()) {
            return book.open(command, trace, CommandState.REJECTED, objection.get(), now);
        }
        book.open(command, trace, CommandState.WAITING, because, now);
        ledger.store(new LogEntry.CommandRequested(command, because), command.id(), trace);
        return book.find(command.id()).orElseThrow();
    }

    /** As {@link Commands#approve}. */
    CommandView approve(String id, String reason, Caller caller) {
        CommandView waiting = waiting(id);
        Command asked = waiting.command();
        if (asked.caller().equals(caller.name())) {
            throw new SecurityException("who asked for a command cannot approve it: somebody else has to");
        }
        requireOperator(caller);
        CommandRequest request = new CommandRequest(asked.twin(), asked.name(), asked.arguments(),
                Duration.between(asked.issued(), asked.expires()), waiting.trace());
        Instant now = Instant.now();
        gate.judge(request, caller, now).ifPresent(why -> {
            throw new ApprovalException("it goes on waiting, for now it would be refused: " + why);
        });
        Command command = CommandLedger.command(id, request, asked.caller(), now);
        String words = "approved by " + caller.name() + (reason.isEmpty() ? "" : ": " + reason);
        book.approve(command, words).orElseThrow(() -> notWaiting(id));
        ledger.trace(command, waiting.trace(), words);
        // the words first: the twin may move the command on as soon as it is issued
        ledger.append(new LogEntry.CommandMoved(id, CommandState.ACCEPTED, words, now), waiting.trace());
        ledger.store(new LogEntry.CommandIssued(command), id, waiting.trace());
        return book.find(id).orElseThrow();
    }

    /** As {@link Commands#decline}. */
    CommandView decline(String id, String reason, Caller caller) {
        waiting(id);
        requireOperator(caller);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("say why it is declined");
        } else if (!ledger.move(id, CommandState.WAITING, CommandState.REJECTED, "declined by " + caller.name() + ": " + reason)) {
            throw notWaiting(id);
        }
        return book.find(id).orElseThrow();
    }

    /** Expires what nobody has approved in time. */
    void expireOverdue(Instant now) {
        for (CommandView view : book.all()) {
            if (view.state() == CommandState.WAITING && now.isAfter(view.command().issued().plus(time))) {
                ledger.move(view.command().id(), CommandState.WAITING, CommandState.EXPIRED,
                        "nobody approved it within " + time.toMinutes() + " minutes");
            }
        }
    }

    private CommandView waiting(String id) {
        return book.find(id).map(view -> {
            if (view.state() != CommandState.WAITING) {
                throw notWaiting(id);
            }
            return view;
        }).orElseThrow(() -> new NoSuchElementException("no command '" + id + "'"));
    }

    private static void requireOperator(Caller caller) {
        if (!caller.may(Role.OPERATOR)) {
            throw new SecurityException("this needs the role operator");
        }
    }

    private ApprovalException notWaiting(String id) {
        return new ApprovalException("command " + id + " does not wait for approval: it is "
                + book.find(id).map(view -> view.state().name()).orElse("forgotten"));
    }
}
