package org.gemello.runtime.internal;

/**
 * A failure of a pack as logs and histories may keep it: text and frames of the original, but nothing that leads to a class of the pack. An exception
 * holds the classes in its stack, and whoever remembers it, such as a log that shows its last lines, would keep a retired pack in memory.
 */
final class PackTrace extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 5;

    private PackTrace(Throwable original, PackTrace cause) {
        super(original.toString(), cause);
        setStackTrace(original.getStackTrace());
    }

    static PackTrace of(Throwable original) {
        return of(original, MOST_CAUSES);
    }

    private static PackTrace of(Throwable original, int most) {
        return new PackTrace(original, original.getCause() == null || most == 0 ? null : of(original.getCause(), most - 1));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
