package org.gemello.log.internal;

/** Says what is wrong with a disk and what helps. */
final class DiskProblem {
    private DiskProblem() {
    }

    static String text(String what, Throwable cause) {
        String why = cause.toString();
        boolean full = why.contains("No space left") || why.contains("Disk quota exceeded");
        return what + (full ? ": the disk is full; make room and restart (" : ": check the disk and restart (") + why + ")";
    }
}
