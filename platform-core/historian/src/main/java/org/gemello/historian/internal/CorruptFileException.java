package org.gemello.historian.internal;

/** A file is not as it was written. */
final class CorruptFileException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient HistoryFile file;

    CorruptFileException(HistoryFile file, Throwable cause) {
        super("its content does not match its checksum, and reading gives " + cause, cause);
        this.file = file;
    }

    HistoryFile file() {
        return file;
    }
}
