package org.gemello.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.gemello.client.access.Refusal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** A platform from a terminal, over its API alone. */
@Command(name = "gemelloctl", description = "A Gemello platform from a terminal, over its REST API", mixinStandardHelpOptions = true, version = "0.1.0",
        subcommands = {ContextCommand.class, GetCommand.class, HistoryCommand.class, SendCommand.class, ApplyCommand.class, ProposalCommand.class, ApprovalCommand.class,
            PackCommand.class, JobCommand.class, AlarmCommand.class, AuditCommand.class, DeleteCommand.class, ReloadCommand.class, EventsCommand.class, CommandLine.HelpCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:the platform refused, or what was asked for failed", "2:wrong usage", "3:the platform cannot be reached",
            "4:not finished within the time to wait", "5:not allowed: unknown user, wrong secret, or missing role"})
public final class Gemelloctl {
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    static final int TIMEOUT = 4;
    static final int FORBIDDEN = 5;
    private final Path contexts;
    private final Map<String, String> environment;
    @Spec
    private CommandSpec spec;

    /** @param contexts file with the contexts */
    Gemelloctl(Path contexts, Map<String, String> environment) {
        this.contexts = contexts;
        this.environment = environment;
    }

    Contexts contexts() {
        return new Contexts(contexts);
    }

    Map<String, String> environment() {
        return environment;
    }

    @Command(name = "completion", description = "Prints completion for bash and zsh: source <(gemelloctl completion)")
    void completion() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(spec.name(), spec.commandLine()));
        out.flush();
    }

    /** The command line with its exit codes; output goes where {@link CommandLine#setOut} says. */
    static CommandLine commandLine(Path contexts, Map<String, String> environment) {
        return new CommandLine(new Gemelloctl(contexts, environment)).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("gemelloctl: " + text(failure));
                    return code(failure);
                });
    }

    private static String text(Exception failure) {
        if (failure instanceof IOException && !(failure instanceof Refusal) && failure.getMessage() == null) {
            return "the platform cannot be reached (" + failure.getClass().getSimpleName() + ")";
        }
        return failure.getMessage();
    }

    private static int code(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.status() == 401 || refusal.status() == 403 ? FORBIDDEN : FAILED;
        }
        if (failure instanceof Unfinished) {
            return TIMEOUT;
        }
        if (failure instanceof UsageException) {
            return USAGE;
        }
        return failure instanceof IOException ? UNREACHABLE : FAILED;
    }

    public static void main(String[] args) {
        System.exit(commandLine(Contexts.usualFile(System.getenv()), System.getenv()).execute(args));
    }
}
