package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.Packs;

/** {@code pack:operations}. */
@Service
@Command(scope = "pack", name = "operations", description = "Lists what has been done to packs, newest first, with the longest pause of a twin")
public final class PackOperationsCommand extends TableCommand {
    @Reference
    Packs packs;

    @Override
    List<Table> tables(Instant now) {
        Table table = new Table("Job", "Started", "Action", "Pack", "From", "To", "By", "Outcome", "Longest pause", "Message");
        for (PackOperation operation : packs.operations()) {
            String pause = operation.pauses().stream().max(Long::compare).map(nanos -> Texts.number(nanos / 1e6) + " ms").orElse(Texts.NONE);
            table.row(operation.id(), Texts.time(operation.started()), operation.action(), operation.pack(), operation.from(), operation.to(),
                    operation.caller(), operation.outcome(), pause, operation.message());
        }
        return List.of(table);
    }
}
