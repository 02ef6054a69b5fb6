package org.gemello.energy.program;

/** The command itself is wrong, not what it names; the message is for whoever typed it. */
public final class WrongCommand extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongCommand(String message) {
        super(message);
    }
}
