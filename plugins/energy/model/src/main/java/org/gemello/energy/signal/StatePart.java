package org.gemello.energy.signal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What one theme of a twin remembers, as a part of the twin's state. Made empty; mutable, for one thread. */
public interface StatePart {

    void write(DataOutput out) throws IOException;

    /**
     * Takes what {@link #write} wrote, in place of what it has.
     *
     * @throws IOException where the bytes end too early or make no sense
     */
    void read(DataInput in) throws IOException;
}
