package org.gemello.ctl;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes documents out of the site, or policies away. */
@Command(name = "delete", description = "Removes twins, connections or bindings (CONNECTION/TWIN), all of them or none, where the history stays; or policies, one after the other",
        mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {
    /** What can be removed. */
    enum Removable { TWIN, CONNECTION, BINDING, POLICY }

    @Mixin
    private Access access;
    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Removable kind;
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME")
    private List<String> names;
    @Option(names = "--dry-run", description = "Say what would happen and change nothing")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (kind == Removable.POLICY) {
            return policies();
        }
        SiteDocuments documents = new SiteDocuments();
        names.forEach(name -> documents.remove(kind.name(), name));
        String done = dryRun ? documents.foresee(access) : documents.carryOut(access, null);
        access.out().println(kind.name().toLowerCase(Locale.ROOT) + ' ' + String.join(", ", names) + ": " + done);
        return 0;
    }

    private int policies() throws IOException, InterruptedException {
        for (String name : names) {
            if (dryRun) {
                access.get("/policies/" + GetCommand.encoded(name));
            } else {
                PolicyDocument.remove(access, name);
            }
            access.out().println("policy " + name + (dryRun ? ": would be removed" : ": removed"));
        }
        return 0;
    }
}
