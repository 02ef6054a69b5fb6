package org.gemello.connector.opcua.internal.pki;

import org.eclipse.milo.opcua.stack.core.UaException;

/** A failure with a status code that is explained by us: what is wrong, and what can be done about it. */
public final class ExplainedException extends UaException {
    private static final long serialVersionUID = 1L;

    /** @param status status code after OPC UA Part 6, A.2 */
    public ExplainedException(long status, String message) {
        super(status, message);
    }

    public ExplainedException(long status, String message, Throwable cause) {
        super(status, message, cause);
    }
}
