package org.gemello.connector.opcua.internal;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;

/** OPC UA status codes and failures in words. */
final class Statuses {
    private Statuses() {
    }

    /** Symbol, such as {@code Bad_NodeIdUnknown}; the number where the standard has no name for it. */
    static String symbol(long status) {
        Optional<String[]> known = StatusCodes.lookup(status);
        return known.map(names -> names[0]).orElseGet(() -> String.format("0x%08X", (int) status));
    }

    /** The status and what is said with it, of the innermost failure that has one. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof UaException)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof UaException known) {
            String symbol = symbol(known.getStatusCode().value());
            return message.contains(symbol) ? message : symbol + ": " + message;
        }
        return message;
    }
}
