package org.gemello.packs.internal.bundle;

/** A pack that does not do what it must. Bears words alone: an exception of the pack would hold its classes. */
public final class PackFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public PackFailure(String message) {
        super(message);
    }

    /** Why, in words, down to the first cause. */
    public static String reason(Throwable thrown) {
        StringBuilder words = new StringBuilder(words(thrown));
        int depth = 0;
        for (Throwable cause = thrown.getCause(); cause != null && depth < 5; cause = cause.getCause(), depth++) {
            words.append("; cause: ").append(words(cause));
        }
        return words.toString();
    }

    private static String words(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException e) {
            return thrown.getClass().getName() + " (its message fails)";
        }
    }
}
