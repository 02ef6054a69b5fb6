package org.gemello.energy.program;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Arguments of a command: options with a value, flags without, and operands. Each option and flag once. */
public final class Arguments {
    private final Map<String, String> options = new TreeMap<>();
    private final List<String> operands = new ArrayList<>();

    Arguments(String[] args, Program.Syntax syntax) {
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (!arg.startsWith("--")) {
                operands.add(arg);
                continue;
            }
            boolean hasValue = syntax.options().contains(arg);
            if (!hasValue && !syntax.flags().contains(arg)) {
                throw new WrongCommand("'" + arg + "' is not an option");
            }
            if (hasValue && i + 1 == args.length) {
                throw new WrongCommand(arg + " needs a value");
            }
            if (options.put(arg, hasValue ? args[++i] : "") != null) {
                throw new WrongCommand(arg + " is there twice");
            }
        }
        if (operands.size() > syntax.operands()) {
            throw new WrongCommand("'" + operands.get(syntax.operands()) + "' is one too many");
        }
    }

    /** True where the option or flag was given. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    public Optional<String> text(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** The value of an option that must be there. */
    public String required(String option) {
        return text(option).orElseThrow(() -> new WrongCommand(option + " is needed"));
    }

    /** A file or folder of an option that must be there. */
    public Path path(String option) {
        return path(option, required(option));
    }

    /** A number of an option from {@code low} to {@code high}; nothing where the option is absent. */
    public Optional<Double> number(String option, double low, double high) {
        return text(option).map(text -> number(option, text, low, high));
    }

    /** A number of its own, such as one of a list, that the message says belongs to the option. */
    public static double number(String option, String text, double low, double high) {
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw (WrongCommand) new WrongCommand(option + ": '" + text + "' is not a number").initCause(e);
        }
        if (!(value >= low && value <= high)) {
            throw new WrongCommand(option + ": " + text.strip() + " must be from " + low + " to " + high);
        }
        return value;
    }

    /** A file or folder given without an option. */
    public Path operand(int index, String name) {
        if (index >= operands.size()) {
            throw new WrongCommand(name + " is needed");
        }
        return path(name, operands.get(index));
    }

    private static Path path(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw (WrongCommand) new WrongCommand(name + ": '" + text + "' is no path").initCause(e);
        }
    }
}
