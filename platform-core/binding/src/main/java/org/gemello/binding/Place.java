package org.gemello.binding;

/**
 * A place in a configuration file, for messages.
 *
 * @param file   path within the configuration folder
 * @param line   from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ':' + line + ':' + column;
    }
}
