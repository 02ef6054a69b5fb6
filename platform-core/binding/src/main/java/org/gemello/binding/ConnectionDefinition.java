package org.gemello.binding;

/**
 * A connection to a source.
 *
 * @param name     unique name
 * @param kind     scheme of the connector: {@code opcua}, {@code mqtt}
 * @param settings everything else in the file, checked by the connector
 */
public record ConnectionDefinition(String name, String kind, Settings settings) {
}
