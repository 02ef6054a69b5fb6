package org.gemello.ctl;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the configuration folder read again. */
@Command(name = "reload", description = "Has the platform read its configuration folder again after files were changed by hand", mixinStandardHelpOptions = true)
final class ReloadCommand implements Callable<Integer> {
    @Mixin
    private Access access;

    @Override
    public Integer call() throws IOException, InterruptedException {
        access.out().println("site: " + SiteDocuments.effects(access.post("/site/reload", null), "unchanged"));
        return 0;
    }
}
