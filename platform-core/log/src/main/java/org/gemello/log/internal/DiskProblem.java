package org.gemello.log.internal;

/** Says what is wrong with a disk and what helps. */
final class DiskProblem {
    private DiskProblem() {
    }

    static boolean isFull(Throwable cause) {
        String why = cause.toString();
        return why.contains("No space left") || why.contains("Disk quota exceeded");
    }

    static String text(String what, Throwable cause) {
        return what + (isFull(cause) ? ": the disk is full, make room (" : ": check the disk (") + cause + ")";
    }
}
