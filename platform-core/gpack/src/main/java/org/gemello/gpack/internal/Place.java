package org.gemello.gpack.internal;

/** A place in a file, from 1 on, for messages. */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ':' + line + ':' + column;
    }
}
