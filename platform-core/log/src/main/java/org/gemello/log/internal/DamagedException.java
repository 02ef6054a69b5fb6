package org.gemello.log.internal;

/** Bytes of a segment are not what the log wrote. Checked: every reader must say what it does about it. */
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final long position;

    /** @param position where in the file the damage begins */
    DamagedException(long position, String what) {
        super(what);
        this.position = position;
    }

    DamagedException(long position, String what, Throwable cause) {
        super(what, cause);
        this.position = position;
    }

    long position() {
        return position;
    }
}
