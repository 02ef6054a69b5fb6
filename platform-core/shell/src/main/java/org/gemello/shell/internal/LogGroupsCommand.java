package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.log.SampleLog;

/** {@code log:groups}. */
@Service
@Command(scope = "log", name = "groups", description = "Lists the readers of the sample log: how far each is behind, and so holds the log back")
public final class LogGroupsCommand extends TableCommand {
    @Reference
    SampleLog log;

    @Override
    List<Table> tables(Instant now) {
        return List.of(LogTables.of(log.groups(), now));
    }
}
