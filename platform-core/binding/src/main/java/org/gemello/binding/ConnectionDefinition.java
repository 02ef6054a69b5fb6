package org.gemello.binding;

/**
 * A connection to a source.
 *
 * @param name     unique name
 * @param kind     scheme of the connector: {@code opcua}, {@code mqtt}, {@code push}, {@code folder}
 * @param settings everything else in the file, checked by the connector
 * @param overload what happens when more comes than can be stored
 */
public record ConnectionDefinition(String name, String kind, Settings settings, Overload overload) {
    /** A connection whose source waits under overload. */
    public ConnectionDefinition(String name, String kind, Settings settings) {
        this(name, kind, settings, Overload.BLOCK);
    }
}
