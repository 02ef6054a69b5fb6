package org.gemello.energy.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;

/**
 * The frame of a command-line program: {@code --help}, arguments, where errors go, and the exit code, which is the same for all: 0 done,
 * 1 what the command names cannot be used or has no answer, 2 the command is wrong. Text is UTF-8.
 */
public final class Program {
    /** Last line of each help text. */
    private static final String EXIT_CODES = "exit code: 0 done, 1 a file or value cannot be used or has no answer, 2 the command is wrong";
    private final String name;
    private final String help;
    private final Syntax syntax;
    private final Work work;

    /**
     * What a command may be made of.
     *
     * @param options  with a value each, such as {@code --type}
     * @param flags    without a value
     * @param operands largest number of arguments that belong to no option
     */
    public record Syntax(Set<String> options, Set<String> flags, int operands) {
    }

    /** What the program does; it prints its answer, and throws where there is none. */
    @FunctionalInterface
    public interface Work {
        void run(Arguments arguments, PrintStream out) throws IOException;
    }

    /**
     * @param name such as {@code energy/steam}
     * @param help usage and options; the exit codes are added
     */
    public Program(String name, String help, Syntax syntax, Work work) {
        this.name = name;
        this.help = help.endsWith("\n") ? help : help + "\n";
        this.syntax = syntax;
        this.work = work;
    }

    /** Runs as a process of its own. */
    public void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs and returns the exit code; what goes wrong is told on {@code err}, with the name of the program. */
    public int run(String[] args, PrintStream out, PrintStream err) {
        PrintStream answer = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream problems = new PrintStream(err, true, StandardCharsets.UTF_8);
        if (List.of(args).contains("--help")) {
            answer.print(help + EXIT_CODES + "\n");
            return 0;
        }
        try {
            work.run(new Arguments(args, syntax), answer);
            return 0;
        } catch (WrongCommand e) {
            problems.print(name + ": " + e.getMessage() + "; see " + name + " --help\n");
            return 2;
        } catch (NoSuchFileException e) {
            problems.print(name + ": " + e.getMessage() + ": no such file or folder\n");
            return 1;
        } catch (IOException | IllegalArgumentException e) {
            problems.print(name + ": " + e.getMessage() + "\n");
            return 1;
        }
    }
}
