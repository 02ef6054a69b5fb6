package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.gemello.connector.opcua.internal.pki.ExplainedException;

/** OPC UA status codes and failures in words. */
final class Statuses {
    private Statuses() {
    }

    /** Symbol, such as {@code Bad_NodeIdUnknown}; the number where the standard has no name for it. */
    static String symbol(long status) {
        Optional<String[]> known = StatusCodes.lookup(status);
        return known.map(names -> names[0]).orElseGet(() -> String.format("0x%08X", (int) status));
    }

    /**
     * A failure in words: what we say of it where the failure is ours, else the name of its status code with the remedy where one is known,
     * or with the standard's own words (OPC UA Part 6, A.2). What the system says of a socket or a file is kept.
     */
    static String reason(Throwable failure) {
        Optional<UaException> known = UaException.extract(failure);
        return known.map(status -> symbol(status.getStatusCode().value()) + ": " + words(failure)).orElseGet(() -> message(innermost(failure)));
    }

    /** As {@link #reason}, without the name of the status code. */
    static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExplainedException) {
                return cause.getMessage();
            }
        }
        Throwable innermost = innermost(failure);
        String system = innermost instanceof IOException ? " (" + message(innermost) + ")" : "";
        return UaException.extract(failure).map(known -> known.getStatusCode().value())
                .map(status -> Remedies.of(status).orElseGet(() -> standard(status)) + system).orElseGet(() -> message(innermost));
    }

    private static String standard(long status) {
        return StatusCodes.lookup(status).map(names -> names[1]).orElse("the standard does not know this status");
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
