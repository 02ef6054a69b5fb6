package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.log.SampleLog;

/** {@code log:status}. It stands beside the container's own {@code log:} commands, which are about the text log. */
@Service
@Command(scope = "log", name = "status", description = "Shows the sample log: offsets, size, and how far its readers are")
public final class LogStatusCommand extends TableCommand {
    @Reference
    SampleLog log;

    @Override
    List<Table> tables(Instant now) {
        return LogTables.of(log.status());
    }
}
