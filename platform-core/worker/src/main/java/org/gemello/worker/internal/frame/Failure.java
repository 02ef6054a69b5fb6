package org.gemello.worker.internal.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * An exception of the pack, as text: no class of the pack leaves the child.
 *
 * @param kind    which kind of exception the caller gets
 * @param message its message; where the kind is OTHER with the name of its class in front
 * @param stack   where it came from, for people; cut where it is long
 */
public record Failure(Kind kind, String message, String stack) {
    private static final int LONGEST_STACK = 8_000;
    private static final int LONGEST_MESSAGE = 2_000;

    /** Exceptions that the SPI speaks of keep their kind. */
    public enum Kind {
        EOF,
        IO,
        ILLEGAL_ARGUMENT,
        ILLEGAL_STATE,
        OTHER
    }

    public static Failure of(Throwable failure) {
        Kind kind = kind(failure);
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        String message = kind == Kind.OTHER ? failure.toString() : String.valueOf(failure.getMessage());
        return new Failure(kind, cut(message, LONGEST_MESSAGE), cut(stack.toString(), LONGEST_STACK));
    }

    private static Kind kind(Throwable failure) {
        if (failure instanceof EOFException) {
            return Kind.EOF;
        } else if (failure instanceof IOException) {
            return Kind.IO;
        } else if (failure instanceof IllegalArgumentException) {
            return Kind.ILLEGAL_ARGUMENT;
        }
        return failure instanceof IllegalStateException ? Kind.ILLEGAL_STATE : Kind.OTHER;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    public void write(FrameWriter frame) {
        frame.putInt(kind.ordinal()).putText(message).putText(stack);
    }

    public static Failure read(FrameReader frame) throws MalformedFrameException {
        Kind kind = Kind.values()[frame.getIndex(Kind.values().length)];
        Failure failure = new Failure(kind, cut(frame.getText(), LONGEST_MESSAGE + 3), cut(frame.getText(), LONGEST_STACK + 3));
        frame.end();
        return failure;
    }
}
