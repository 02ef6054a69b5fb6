package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.PackRequest;

/** {@code pack:remove}. */
@Service
@Command(scope = "pack", name = "remove", description = "Takes a pack away; its twins are parked, their state and history stay")
public final class PackRemoveCommand extends PackCommand {
    @Argument(name = "pack", description = "Id of the pack", required = true)
    String pack;

    @Override
    String action() {
        return "pack.remove";
    }

    @Override
    String object() {
        return pack;
    }

    @Override
    String act() throws Exception {
        return run(request(PackRequest.Action.REMOVE, pack, "", null));
    }
}
