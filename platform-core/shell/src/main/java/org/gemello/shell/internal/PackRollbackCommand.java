package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.PackRequest;

/** {@code pack:rollback}. */
@Service
@Command(scope = "pack", name = "rollback", description = "Goes back to a kept version")
public final class PackRollbackCommand extends PackCommand {
    @Argument(name = "pack", description = "Id of the pack", required = true)
    String pack;
    @Argument(index = 1, name = "version", description = "A kept version, see pack:list; the one before where it is absent")
    String version = "";

    @Override
    String action() {
        return "pack.rollback";
    }

    @Override
    String object() {
        return version.isEmpty() ? pack : pack + "@" + version;
    }

    @Override
    String act() throws Exception {
        return run(request(PackRequest.Action.ROLLBACK, pack, version, null));
    }
}
