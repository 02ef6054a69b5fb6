package org.gemello.log.internal;

/**
 * A place in a segment from which a reader can start.
 *
 * @param position where in the file the record begins
 * @param offset   its offset
 * @param defined  handles of the points that the segment has defined before it, by number; not to be changed
 */
record Mark(long position, long offset, int[] defined) {
    /** Bytes between marks: so much is read at most to come to an offset. */
    static final long DISTANCE = 1 << 20;
}
