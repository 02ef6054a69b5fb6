package org.gemello.rest.internal.request;

/** Truth values in queries: {@code true} or {@code false}, and not everything else for false. */
public final class FlagParameters extends ParsedParameters<Boolean> {
    public FlagParameters() {
        super(Boolean.class);
    }

    @Override
    Boolean parse(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
}
