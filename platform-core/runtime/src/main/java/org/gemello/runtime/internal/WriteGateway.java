package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointId;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.Connections;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;

/**
 * Carries a twin's decision about a command to the plant. Only a command that is ACCEPTED in the book is written: in a replay it
 * is final already, so samples are replayed and writes never are.
 */
final class WriteGateway implements RuntimeContext.Decisions {
    /** How long after its deadline a connection may take to say so before the outcome counts as unknown. */
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMillis(100);
    private final CommandDesk desk;
    private final SiteConfiguration site;
    private final Connections connections;
    private final ScheduledExecutorService timer;

    WriteGateway(CommandDesk desk, SiteConfiguration site, Connections connections, ScheduledExecutorService timer) {
        this.desk = desk;
        this.site = site;
        this.connections = connections;
        this.timer = timer;
    }

    @Override
    public void decided(Command command, List<EffectCollector.Write> writes, String rejection) {
        CommandView view = desk.command(command.id()).orElse(null);
        if (view == null || view.state() != CommandState.ACCEPTED) {
            return;
        }
        if (rejection != null) {
            desk.move(command.id(), CommandState.REJECTED, "the twin says: " + rejection);
        } else if (writes.isEmpty()) {
            desk.move(command.id(), CommandState.REJECTED, "the twin knows nothing to do for it");
        } else if (Instant.now().isAfter(command.expires())) {
            desk.move(command.id(), CommandState.EXPIRED, "its time ran out before it could be written");
        } else {
            start(view, writes, 0);
        }
    }

    private void start(CommandView view, List<EffectCollector.Write> writes, int index) {
        Command command = view.command();
        if (desk.command(command.id()).map(now -> now.state().isFinal()).orElse(true)) {
            return; // it expired while it waited for its connection
        }
        EffectCollector.Write write = writes.get(index);
        PointId point = new PointId(command.twin(), write.point());
        PointBinding binding = site.point(point).orElse(null);
        if (binding == null || !binding.writable()) {
            desk.move(command.id(), CommandState.REJECTED, "point " + point + (binding == null ? " is not bound" : " is not bound with write: true"));
            return;
        }
        Optional<Connection> connection = connections.connection(binding.connection());
        if (connection.isEmpty() && Instant.now().isBefore(command.expires())) {
            timer.schedule(() -> start(view, writes, index), RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } else if (connection.isEmpty()) {
            desk.move(command.id(), CommandState.EXPIRED, "connection " + binding.connection() + " is not running");
        } else {
            desk.move(command.id(), CommandState.WRITING, point + " = " + write.value() + " through " + binding.connection());
            send(connection.get(), point, write.value(), view).thenAccept(result -> finish(result, view, writes, index));
        }
    }

    private static CompletableFuture<WriteResult> send(Connection connection, PointId point, double value, CommandView view) {
        Duration left = Duration.between(Instant.now(), view.command().expires()).plus(LATE);
        return connection.write(point, value, view.command().expires(), view.trace())
                .exceptionally(failure -> new WriteResult(Outcome.UNKNOWN, "the connection failed: " + failure.getMessage()))
                .completeOnTimeout(new WriteResult(Outcome.UNKNOWN, "the connection gave no answer"), Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void finish(WriteResult result, CommandView view, List<EffectCollector.Write> writes, int index) {
        String id = view.command().id();
        switch (result.outcome()) {
            case CONFIRMED -> {
                if (index + 1 < writes.size()) {
                    start(view, writes, index + 1);
                } else {
                    desk.move(id, CommandState.CONFIRMED, result.reason());
                }
            }
            case REJECTED -> desk.move(id, CommandState.REJECTED, result.reason());
            // what was confirmed before in the same command stays written: then nobody may say that nothing happened
            case NOT_SENT -> desk.move(id, index == 0 ? CommandState.EXPIRED : CommandState.UNKNOWN, result.reason());
            case UNKNOWN -> desk.move(id, CommandState.UNKNOWN, result.reason());
        }
    }
}
