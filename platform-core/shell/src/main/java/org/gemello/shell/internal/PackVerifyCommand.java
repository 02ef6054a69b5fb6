package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code pack:verify}. */
@Service
@Command(scope = "pack", name = "verify", description = "Checks hashes and signature of a pack again and runs its acceptance tests")
public final class PackVerifyCommand extends PackCommand {
    @Argument(name = "pack", description = "Id of the pack, or a name of pack:list", required = true)
    String pack;

    @Override
    String action() {
        return "pack.verify";
    }

    @Override
    String object() {
        return pack;
    }

    @Override
    String act() throws Exception {
        return follow(packs.verify(pack, caller()));
    }
}
