package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.backup.Backups;

/** {@code backup:list}. */
@Service
@Command(scope = "backup", name = "list", description = "Lists the backups that are whole, newest first")
public final class BackupListCommand extends TableCommand {
    @Reference
    Backups backups;

    @Override
    List<Table> tables(Instant now) {
        Table table = new Table("Backup", "Time", "Size", "Encrypted");
        backups.backups().forEach(b -> table.row(b.name(), Texts.time(b.time()), Texts.bytes(b.bytes()), b.encrypted() ? "yes" : "no"));
        return List.of(table);
    }
}
