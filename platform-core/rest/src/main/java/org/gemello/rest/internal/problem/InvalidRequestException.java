package org.gemello.rest.internal.problem;

/** A request that breaks the contract in a way that no single constraint can express. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param field parameter, or path into the body */
    public InvalidRequestException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
