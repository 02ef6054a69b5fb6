package org.gemello.ctl;

/** What was typed, or a file that it names, is wrong; the message says where and what to write instead. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
