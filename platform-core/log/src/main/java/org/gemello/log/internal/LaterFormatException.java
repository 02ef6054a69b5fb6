package org.gemello.log.internal;

import java.io.IOException;

/** A segment was written by a later version of the program: not damaged, only not for this one. */
final class LaterFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    LaterFormatException(int version) {
        super("segment of format " + version + ", this program reads up to " + SegmentHeader.VERSION + "; run the later program");
    }
}
