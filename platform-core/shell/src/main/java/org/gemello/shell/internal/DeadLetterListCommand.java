package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.connection.DeadLetters;
import org.gemello.security.policy.Action;

/** {@code deadletter:list}. */
@Service
@Command(scope = "deadletter", name = "list", description = "Lists the newest payloads that could not be read, with the cause")
public final class DeadLetterListCommand extends TableCommand {
    @Reference
    DeadLetters letters;
    @Reference
    ShellPermits permits;

    @Option(name = "--limit", description = "At most so many")
    int limit = 20;

    @Override
    List<Table> tables(Instant now) {
        permits.requireAll(Action.READ, "dead-letter.list", "");
        Table table = new Table("Number", "Time", "Connection", "Source", "Bytes", "Cause");
        letters.latest(limit).forEach(l -> table.row(l.number(), Texts.time(l.time()), l.connection(), l.source(), l.payload().length, l.cause()));
        return List.of(table);
    }
}
