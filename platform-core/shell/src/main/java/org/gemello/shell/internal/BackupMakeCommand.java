package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.backup.Backups;

/** {@code backup:make}. */
@Service
@Command(scope = "backup", name = "make", description = "Makes a backup while everything runs")
public final class BackupMakeCommand extends AuditedCommand {
    @Reference
    Backups backups;

    @Override
    String action() {
        return "backup.make";
    }

    @Override
    String object() {
        return "platform";
    }

    @Override
    String act() throws Exception {
        return "job " + backups.backup(caller()).id() + " has begun; see job:list";
    }
}
