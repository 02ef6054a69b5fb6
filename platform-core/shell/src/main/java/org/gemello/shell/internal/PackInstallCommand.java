package org.gemello.shell.internal;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code pack:install}. */
@Service
@Command(scope = "pack", name = "install", description = "Installs a pack, or another version of it, while everything runs")
public final class PackInstallCommand extends PackCommand {
    @Argument(name = "pack", description = "A .gpack file on this machine, or a name of pack:list", required = true)
    String pack;

    @Override
    String action() {
        return "pack.install";
    }

    @Override
    String object() {
        return Path.of(pack).getFileName().toString();
    }

    @Override
    String act() throws Exception {
        return run(install(pack));
    }
}
