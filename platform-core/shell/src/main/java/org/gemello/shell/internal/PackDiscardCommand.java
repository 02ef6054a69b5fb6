package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code pack:discard}. */
@Service
@Command(scope = "pack", name = "discard", description = "Removes a pack from quarantine")
public final class PackDiscardCommand extends PackCommand {
    @Argument(name = "pack", description = "A name of pack:list", required = true)
    String pack;

    @Override
    String action() {
        return "pack.discard";
    }

    @Override
    String object() {
        return pack;
    }

    @Override
    String act() throws Exception {
        if (!packs.discard(pack, caller())) {
            throw new IllegalArgumentException("there is no '" + pack + "' in quarantine");
        }
        return pack + " is gone";
    }
}
