package org.gemello.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import org.gemello.ctl.Contexts.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Platforms by name. */
@Command(name = "context", description = "Platforms by name, and who asks them", mixinStandardHelpOptions = true)
final class ContextCommand {
    @ParentCommand
    private Gemelloctl root;
    @Spec
    private CommandSpec spec;

    @Command(description = "Sets or changes a context; the first one is used from then on", mixinStandardHelpOptions = true)
    void set(@Parameters(paramLabel = "NAME") String name, @Option(names = "--url", required = true, description = "Such as https://plant.example:8443") String url,
             @Option(names = "--user", defaultValue = "") String user,
             @Option(names = "--password-file", defaultValue = "", description = "Its first line is the password") String passwordFile,
             @Option(names = "--token-file", defaultValue = "", description = "Its first line is an API key or a bearer token") String tokenFile,
             @Option(names = "--ca-file", defaultValue = "", description = "Only a platform whose certificate is of this authority (PEM)") String caFile,
             @Option(names = "--fingerprint", defaultValue = "", description = "Only the platform with this very certificate (SHA-256, 64 hex digits)") String fingerprint)
            throws IOException {
        if (user.isEmpty() == tokenFile.isEmpty() || user.isEmpty() != passwordFile.isEmpty()) {
            throw new UsageException("name either --user with --password-file, or --token-file");
        }
        if (!fingerprint.isEmpty() && !caFile.isEmpty()) {
            throw new UsageException("name either --ca-file or --fingerprint");
        }
        String pinned = fingerprint.isEmpty() ? "" : Access.fingerprint(fingerprint).text();
        root.contexts().put(name, new Context(url, user, passwordFile, tokenFile, caFile, pinned));
    }

    @Command(description = "Chooses the context that is used where none is named", mixinStandardHelpOptions = true)
    void use(@Parameters(paramLabel = "NAME") String name) throws IOException {
        root.contexts().use(name);
    }

    @Command(description = "Forgets a context", mixinStandardHelpOptions = true)
    void remove(@Parameters(paramLabel = "NAME") String name) throws IOException {
        root.contexts().remove(name);
    }

    @Command(description = "Shows all contexts, the current one with a star", mixinStandardHelpOptions = true)
    void list() {
        Contexts contexts = root.contexts();
        PrintWriter out = spec.commandLine().getOut();
        contexts.all().forEach((name, context) -> out.printf("%s %s  %s  %s%n", name.equals(contexts.current()) ? "*" : " ", name, context.url(),
                context.tokenFile().isEmpty() ? context.user() : "token in " + context.tokenFile()));
        out.flush();
    }
}
