package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.job.Jobs;

/** {@code job:list}. */
@Service
@Command(scope = "job", name = "list", description = "Lists long work, newest first")
public final class JobListCommand extends TableCommand {
    @Reference
    Jobs jobs;
    @Reference
    ShellPermits permits;

    /** Whoever does not see every twin sees the own jobs alone: what a job is about is not known here. */
    @Override
    List<Table> tables(Instant now) {
        String own = permits.caller().name();
        boolean all = permits.sight().seesAll();
        Table table = new Table("Job", "Kind", "Title", "Caller", "State", "Done", "Message", "Result");
        jobs.jobs().stream().filter(j -> all || j.caller().equals(own)).forEach(j -> table.row(j.id(), j.kind(), j.title(), j.caller(),
                j.state(), Math.round(j.progress() * 100) + " %", j.message(), j.result()));
        return List.of(table);
    }
}
