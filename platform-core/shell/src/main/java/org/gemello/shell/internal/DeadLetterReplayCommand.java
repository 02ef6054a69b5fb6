package org.gemello.shell.internal;

import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.Connections;
import org.gemello.api.connection.DeadLetters.DeadLetter;
import org.gemello.api.connection.DeadLetters;
import org.gemello.security.policy.Action;

/** {@code deadletter:replay}. */
@Service
@Command(scope = "deadletter", name = "replay", description = "Gives a payload to its connection once more")
public final class DeadLetterReplayCommand extends AuditedCommand {
    @Reference
    DeadLetters letters;
    @Reference
    Connections connections;

    @Argument(name = "number", description = "Its number, see deadletter:list", required = true)
    long number;

    @Override
    String action() {
        return "dead-letter.replay";
    }

    @Override
    String object() {
        return Long.toString(number);
    }

    @Override
    void check() {
        permits.requireAll(Action.WRITE, action(), object());
        super.check();
    }

    @Override
    String act() throws Exception {
        DeadLetter letter = letters.letter(number).orElseThrow(() -> new IllegalArgumentException("there is no dead letter " + number));
        Connection connection = connections.connection(letter.connection())
                .orElseThrow(() -> new IllegalStateException("connection '" + letter.connection() + "' does not run"));
        return connection.replay(letter.source(), letter.payload()).get(1, TimeUnit.MINUTES) + " samples are stored";
    }
}
